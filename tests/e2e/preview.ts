import { expect, type Locator, type Page, type Response, test as base } from '@playwright/test';

/** Tests whose pages log no error, throw none, and miss nothing that they ask for. */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
      page.on('pageerror', ({ message }) => faults.push(`error: ${message}`));
      page.on('response', (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`));
      // a query that another one replaces is given up, as in Grafana
      page.on(
        'requestfailed',
        (request) => request.failure()?.errorText !== 'net::ERR_ABORTED' && faults.push(`${request.failure()?.errorText} ${request.url()}`)
      );
      await use(faults);
      expect(faults, 'what went wrong in the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { choose, unfold, writeJson } from '../pages';
export { expect };

const { PREVIEW_URL, HELPDESK_E2E_PORT } = process.env;

/** The preview whose settings tests change, beside the one that the others look at (serve.ts). */
export const CHANGED_PREVIEW = PREVIEW_URL ?? `http://localhost:${Number(HELPDESK_E2E_PORT) + 1}`;

/** The panels of a dashboard. */
export function panels(page: Page): Locator {
  return page.getByTestId('panel');
}

/** Opens a dashboard and waits until no panel loads any more. */
export async function openDashboard(page: Page, uid: string, params: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.goto(`/d/${uid}?${new URLSearchParams(params).toString()}`);
  await expect(panels(page).first()).toBeVisible();
  await allLoaded(page);
}

/** Waits until no panel loads any more. */
export async function allLoaded(page: Page): Promise<void> {
  await expect(page.locator('[data-testid=panel][data-state=Loading]')).toHaveCount(0);
}

/** Opens Explore with one query; an empty one where nothing is said. */
export async function openExplore(page: Page, query: object = {}, params: Readonly<Record<string, string>> = {}): Promise<void> {
  const pane = { datasource: 'helpdesk-metrics', queries: [{ refId: 'A', ...query }], range: { from: 'now-30d', to: 'now' } };
  await page.goto(`/explore?${new URLSearchParams({ schemaVersion: '1', panes: JSON.stringify({ a: pane }), ...params }).toString()}`);
  await expect(queryEditor(page)).toBeVisible();
}

/** The first query's editor in Explore. */
export function queryEditor(page: Page): Locator {
  return page.getByRole('region', { name: 'A', exact: true });
}

/** What the query says that it means. */
export function meaning(page: Page): Locator {
  return queryEditor(page).getByRole('status', { name: 'What this query means' });
}

/** Explore's answer. */
export function result(page: Page): Locator {
  return page.getByTestId('explore-result');
}

export interface SentQuery extends Readonly<Record<string, unknown>> {
  readonly refId: string;
}

/** What a response was asked. */
export function sentQueries(response: Response): readonly SentQuery[] {
  return response.url().includes('/api/ds/query') ? (response.request().postDataJSON() as { queries: SentQuery[] }).queries : [];
}

/** The next answer to a query that holds all this. */
export function answerTo(page: Page, wanted: Readonly<Record<string, unknown>>): Promise<Response> {
  return page.waitForResponse((response) => sentQueries(response).some((query) => holds(query, wanted)));
}

/** Whether something has all that is wanted, and perhaps more. */
function holds(actual: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) {
    return actual === wanted;
  }
  return (
    typeof actual === 'object' &&
    actual !== null &&
    (!Array.isArray(wanted) || (Array.isArray(actual) && actual.length === wanted.length)) &&
    Object.entries(wanted).every(([key, value]) => holds((actual as Readonly<Record<string, unknown>>)[key], value))
  );
}

interface Frame {
  readonly schema: {
    readonly name?: string;
    readonly fields: ReadonlyArray<{ readonly name: string; readonly type: string }>;
    readonly meta?: { readonly custom?: { readonly keys?: ReadonlyArray<Readonly<Record<string, string>>> } };
  };
  readonly data: { readonly values: readonly unknown[][] };
}

/** The frames of an answer, of which none is an error. */
export async function framesOf(response: Pick<Response, 'json'>): Promise<readonly Frame[]> {
  const { results } = (await response.json()) as { results: Readonly<Record<string, { readonly error?: string; readonly frames?: readonly Frame[] }>> };
  expect(Object.values(results).flatMap(({ error }) => error ?? [])).toEqual([]);
  return Object.values(results).flatMap(({ frames = [] }) => frames);
}

/** How many values besides times an answer holds. */
export async function valuesIn(response: Response): Promise<number> {
  const frames = await framesOf(response);
  return frames.flatMap(({ schema, data }) =>
    schema.fields.flatMap(({ type }, at) => (type === 'time' ? [] : data.values[at].filter((value) => value !== null)))
  ).length;
}
