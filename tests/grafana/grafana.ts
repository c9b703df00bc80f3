import { expect, test as grafanas } from '@grafana/plugin-e2e';
import { type APIRequestContext, type Page, request as client, type Response } from '@playwright/test';

export { choose, unfold, writeJson } from '../pages';
export { expect };

/** The data source that provisioning/datasources gives a Grafana. */
export const DATA_SOURCE = { uid: 'helpdesk-metrics', name: 'Helpdesk Metrics', type: 'helpdesk-metrics-datasource' };

/** Grafana's own tests, each logged in anew: Grafana exchanges a session's cookie after ten minutes, and one that was written to a file before is worth nothing then. */
export const test = grafanas.extend({
  storageState: async ({ baseURL, user }, use) => {
    const context = await client.newContext({ baseURL });
    const login = await context.post('/login', { data: user });
    expect(login.ok(), `logging in at ${baseURL}: ${login.status()}`).toBe(true);
    await use(await context.storageState());
    await context.dispose();
  },
});

/** The tests of a file need a Grafana with this plugin and its provisioning. */
export function needsGrafana(): void {
  test.skip(!process.env.GRAFANA_URL, 'no Grafana: set GRAFANA_URL to one that runs this plugin with provisioning/ (docker compose up)');
}

interface Answered {
  readonly error?: string;
  readonly frames?: ReadonlyArray<{
    readonly schema: { readonly fields: ReadonlyArray<{ readonly type: string }> };
    readonly data: { readonly values: readonly unknown[][] };
  }>;
}

/** Every query of a response was answered, with a value in it. The browser of a public dashboard does not know its queries. */
export async function expectData(response: Response): Promise<void> {
  expect(response.ok(), `${response.url()}: ${response.status()}`).toBe(true);
  const { results } = (await response.json()) as { results: Readonly<Record<string, Answered>> };
  const { queries = Object.keys(results).map((refId) => ({ refId })) } = response.request().postDataJSON() as { queries?: Array<{ refId: string }> };
  expect(queries.length).toBeGreaterThan(0);
  for (const query of queries) {
    const { error, frames = [] } = results[query.refId];
    const what = `${response.url()}: ${JSON.stringify(query)}`;
    expect(error, what).toBeUndefined();
    expect(
      frames.some(({ schema, data }) => schema.fields.some(({ type }, at) => type !== 'time' && data.values[at].some((value) => value !== null))),
      `a value of ${what}`
    ).toBe(true);
  }
}

/** Scrolls down a dashboard, whose panels ask when they are in sight, until it has so many responses; from the top again, since the page grows as it is drawn. */
export async function scrollUntil(page: Page, responses: readonly Response[], count: number): Promise<void> {
  const scroll = () =>
    page.evaluate(() => {
      const { scrollY, innerHeight } = window;
      window.scrollTo(0, scrollY + innerHeight >= document.documentElement.scrollHeight - 1 ? 0 : scrollY + innerHeight / 2);
    });
  // annotations ask as well
  await expect
    .poll(
      async () => {
        await scroll();
        return responses.length;
      },
      { timeout: 120_000, intervals: [1000] }
    )
    .toBeGreaterThanOrEqual(count);
}

/** Whether a response answers queries of ours. */
export function isOurs(response: Response): boolean {
  return Boolean(response.request().postData()?.includes(DATA_SOURCE.type));
}

/** The names that a dimension has in the helpdesk. */
export async function valueNames(request: APIRequestContext, dimension: string): Promise<string[]> {
  const response = await request.get(`/api/datasources/uid/${DATA_SOURCE.uid}/resources/dimensions/${dimension}/values`);
  expect(response.ok()).toBe(true);
  const { values } = (await response.json()) as { values: Array<{ name: string }> };
  expect(values.length).toBeGreaterThan(0);
  return values.map(({ name }) => name);
}
