import { choose, DATA_SOURCE, expect, expectData, needsGrafana, test, valueNames } from './grafana';

needsGrafana();

test('a variable offers the values of a dimension', async ({ variableEditPage, page }) => {
  const teams = await valueNames(page.request, 'team');
  await variableEditPage.setVariableType('Query');
  await variableEditPage.datasource.set(DATA_SOURCE.name);
  await choose(page.getByRole('combobox', { name: 'Values of', exact: true }), 'Team');
  await variableEditPage.runQuery();
  await expect(variableEditPage).toDisplayPreviews(teams.slice(0, 3));
});

test('a variable of a dashboard narrows its panels', async ({ gotoDashboardPage, page }) => {
  const [team] = await valueNames(page.request, 'team');
  const dashboard = await gotoDashboardPage({ uid: 'helpdesk-overview' });
  await dashboard.waitForPanelsQueriesToComplete();
  const answered = dashboard.waitForQueryDataResponse((response) => /"field":"team"/.test(response.request().postData() ?? ''));
  const { SubMenu } = dashboard.ctx.selectors.pages.Dashboard;
  const variable = dashboard.getByGrafanaSelector(SubMenu.submenuItemLabels('Team')).locator('..');
  await variable.getByRole('combobox').fill(team);
  await page.getByRole('option', { name: team }).first().click();
  await page.keyboard.press('Escape');
  await expectData(await answered);
});
