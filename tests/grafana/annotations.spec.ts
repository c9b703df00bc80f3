import { expect, test } from '@grafana/plugin-e2e';

import { choose, DATA_SOURCE, needsGrafana } from './grafana';

needsGrafana();

test('what happened can be drawn as annotations', async ({ annotationEditPage, page }) => {
  await annotationEditPage.datasource.set(DATA_SOURCE.name);
  await choose(page.getByRole('combobox', { name: /^Events/ }), 'SLA breach');
  await page.keyboard.press('Escape');
  const response = annotationEditPage.runQuery();
  await expect(response).toBeOK();
  expect((await response).request().postDataJSON()).toMatchObject({ queries: [{ kind: 'events', events: ['sla_breach'] }] });
  await expect(annotationEditPage).not.toHaveAlert('error', { timeout: 2000 });
});
