import type { HelpdeskQuery } from '../src/shared/query';
import type { PluginClient } from '../tools/door/client';

/** The instants that are looked at, in epoch milliseconds. */
export interface Range {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Asks queries at once, as a dashboard does, with the range’s end as now; a refusal is not a fast answer. */
export async function ask(client: PluginClient, queries: readonly HelpdeskQuery[], range: Range): Promise<void> {
  const answers = await client.query(
    queries.map((json, i) => ({ refId: `Q${i}`, json: { timeZone: 'Europe/Amsterdam', asOf: range.toMs, ...json }, ...range })),
    { raw: true }
  );
  for (const [refId, { error }] of answers) {
    if (error) {
      throw new Error(`${refId} ${JSON.stringify(queries[Number(refId.slice(1))])}: ${error}`);
    }
  }
}
