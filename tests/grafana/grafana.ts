import { expect, test } from '@grafana/plugin-e2e';
import type { APIRequestContext, Locator, Response } from '@playwright/test';

/** The data source that provisioning/datasources gives a Grafana. */
export const DATA_SOURCE = { uid: 'helpdesk-metrics', name: 'Helpdesk Metrics', type: 'helpdesk-metrics-datasource' };

/** The tests of a file need a Grafana with this plugin and its provisioning. */
export function needsGrafana(): void {
  test.skip(!process.env.GRAFANA_URL, 'no Grafana: set GRAFANA_URL to one that runs this plugin with provisioning/ (docker compose up)');
}

/** Picks what has this text in one of Grafana's drop-downs. */
export async function choose(field: Locator, text: string): Promise<void> {
  await field.click();
  await field.fill(text);
  await field.page().getByRole('option').filter({ hasText: text }).first().click();
}

interface Answered {
  readonly error?: string;
  readonly frames?: ReadonlyArray<{ readonly schema: { readonly fields: ReadonlyArray<{ readonly type: string }> }; readonly data: { readonly values: readonly unknown[][] } }>;
}

/** Every query of a response was answered, with a value in it. */
export async function expectData(response: Response): Promise<void> {
  expect(response.ok(), `${response.url()}: ${response.status()}`).toBe(true);
  const { results } = (await response.json()) as { results: Readonly<Record<string, Answered>> };
  const { queries } = response.request().postDataJSON() as { queries: Array<{ refId: string }> };
  for (const query of queries) {
    const { error, frames = [] } = results[query.refId];
    expect(error, JSON.stringify(query)).toBeUndefined();
    expect(frames.some(({ schema, data }) => schema.fields.some(({ type }, at) => type !== 'time' && data.values[at].some((value) => value !== null))), `a value of ${JSON.stringify(query)}`).toBe(true);
  }
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
