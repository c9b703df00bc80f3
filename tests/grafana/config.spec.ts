import { DATA_SOURCE, expect, needsGrafana, test, unfold } from './grafana';

needsGrafana();

test('the provisioned data source is shown, tested, and cannot be changed', async ({ gotoDataSourceConfigPage, page }) => {
  const config = await gotoDataSourceConfigPage(DATA_SOURCE.uid);
  await unfold(page, 'Tables: ');
  await expect(page.getByRole('table', { name: 'Tables of the helpdesk' }).getByRole('row', { name: /^ticket / })).toBeVisible();
  await unfold(page, 'Helpdesk');
  await expect(page.getByRole('textbox', { name: 'Path' }).or(page.getByRole('textbox', { name: 'Host' }))).toBeDisabled();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(config).toHaveAlert('success', { hasText: /Connected: [\d,]+ tickets/ });
});

test('“Save & test” says what was found', async ({ createDataSource, gotoDataSourceConfigPage, grafanaAPIClient, page }) => {
  // the settings of the provisioned one, whatever it reads from
  const { jsonData } = await grafanaAPIClient.getDataSourceSettingsByUID(DATA_SOURCE.uid);
  const password = process.env.HELPDESK_DB_PASSWORD;
  const { uid } = await createDataSource({
    type: DATA_SOURCE.type,
    name: 'Helpdesk of a test',
    jsonData,
    ...(password ? { secureJsonData: { password } } : {}),
  });
  const config = await gotoDataSourceConfigPage(uid);
  try {
    // while the first load runs, that is said instead
    await expect(async () => {
      await expect(config.saveAndTest()).toBeOK();
      await expect(config).toHaveAlert('success', { hasText: /Connected: [\d,]+ tickets/, timeout: 5000 });
    }).toPass({ timeout: 180_000 });
    await unfold(page, 'Tables: ');
    await expect(page.getByRole('table', { name: 'Tables of the helpdesk' }).getByRole('row', { name: /^ticket / })).toBeVisible();
  } finally {
    await config.deleteDataSource();
  }
});

test('a folder that the administrator does not allow is refused, by name', async ({ createDataSourceConfigPage, page }) => {
  const config = await createDataSourceConfigPage({ type: DATA_SOURCE.type, name: 'Helpdesk that is not there', deleteDataSourceAfterTest: true });
  await page.getByRole('radio', { name: 'Files' }).check();
  await page.getByRole('textbox', { name: 'Path' }).fill('/nowhere/at/all');
  await expect(config.saveAndTest()).not.toBeOK();
  await expect(config).toHaveAlert('error', { hasText: '/nowhere/at/all' });
});
