import { choose, DATA_SOURCE, expect, needsGrafana, test } from './grafana';

needsGrafana();

test('what happened can be drawn as annotations', async ({ annotationEditPage, page }) => {
  await annotationEditPage.datasource.set(DATA_SOURCE.name);
  // it begins with SLA breaches
  await choose(page.getByRole('combobox', { name: /^Events/ }), 'Ticket reopened');
  await page.keyboard.press('Escape');
  const response = annotationEditPage.runQuery();
  await expect(response).toBeOK();
  const {
    queries: [query],
  } = (await response).request().postDataJSON() as { queries: object[] };
  expect(query).toMatchObject({ kind: 'events', events: ['sla_breach', 'reopening'] });
  // Grafana made the annotation with another data source
  expect(Object.keys(query)).toEqual(expect.not.arrayContaining(['limit', 'matchAny', 'tags', 'type']));
  await expect(annotationEditPage).not.toHaveAlert('error', { timeout: 2000 });
});
