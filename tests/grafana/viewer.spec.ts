import { DATA_SOURCE, expect, needsGrafana, test } from './grafana';

needsGrafana();

test('a viewer is told in a sentence what is for editors', async ({ baseURL, browser, request }) => {
  const user = { name: 'Viewer of a test', login: `viewer-${Date.now()}`, password: 'a-viewer-of-a-test' };
  const created = await request.post('/api/admin/users', { data: user });
  expect(created.ok(), await created.text()).toBe(true);
  const { id } = (await created.json()) as { id: number };
  const viewers = await browser.newContext({ baseURL, storageState: { cookies: [], origins: [] } });
  try {
    expect((await viewers.request.post('/login', { data: { user: user.login, password: user.password } })).ok()).toBe(true);
    const refused = await viewers.request.post(`/api/datasources/uid/${DATA_SOURCE.uid}/resources/refresh`);
    expect(refused.status(), await refused.text()).toBe(403);
    const page = await viewers.newPage();
    const answered = page.waitForResponse((response) => response.url().includes('/api/ds/query') && response.request().postData()?.includes('"csat"') === true);
    await page.goto('/d/helpdesk-satisfaction');
    expect(await (await answered).text()).toContain('need the Grafana role Editor on this data source; yours is Viewer');
    await page.getByTestId('data-testid Panel status error').first().hover();
    await expect(page.getByText('yours is Viewer').first()).toBeVisible();
  } finally {
    await viewers.close();
    await request.delete(`/api/admin/users/${id}`);
  }
});
