import type { ClientAnswer, ClientQuery } from '../../tools/door/client';
import type { Role } from './boot-data';
import type { DataSource } from './data-source';
import { type JsonFrame, jsonFrame } from './json-frames';
import { RequestError } from './request-error';

/** The body of a query request, as Grafana's frontend sends it. */
export interface QueryBody {
  readonly from?: string;
  readonly to?: string;
  readonly queries?: ReadonlyArray<{
    readonly refId?: string;
    readonly datasource?: { readonly uid?: string };
    readonly maxDataPoints?: number;
    readonly intervalMs?: number;
  }>;
}

interface Result {
  readonly status: number;
  readonly frames?: readonly JsonFrame[];
  readonly error?: string;
  readonly errorSource?: string;
}

/** What Grafana takes where a query does not say. */
const DEFAULTS = { refId: 'A', maxDataPoints: 100, intervalMs: 1000 };

/** Answers a query request: each data source is asked once, each query has a result. A failed query makes the request a bad one, as in Grafana. */
export async function answerQueries(
  body: QueryBody,
  find: (uid: string) => DataSource | undefined,
  { signal, role }: { readonly signal: AbortSignal; readonly role: Role }
): Promise<{ status: number; body: { results: Record<string, Result> } }> {
  const { queries = [] } = body;
  if (queries.length === 0) {
    throw new RequestError(400, 'No queries found');
  }
  const [fromMs, toMs] = [body.from, body.to].map(Number);
  const asked = new Map<DataSource, ClientQuery[]>();
  for (const query of queries) {
    const source = find(query.datasource?.uid ?? '');
    if (!source) {
      throw new RequestError(404, `Data source not found: ${query.datasource?.uid ?? 'a query names none'}`);
    }
    const { refId = DEFAULTS.refId, maxDataPoints = DEFAULTS.maxDataPoints, intervalMs = DEFAULTS.intervalMs } = query;
    asked.set(source, [
      ...(asked.get(source) ?? []),
      { refId, json: query, fromMs, toMs, maxDataPoints: Math.round(maxDataPoints), intervalMs: Math.round(intervalMs) },
    ]);
  }
  const answers = await Promise.all([...asked].map(([source, own]) => source.client.query(own, { signal, role })));
  const results = Object.fromEntries(answers.flatMap((one) => [...one]).map(([refId, answer]) => [refId, resultOf(answer)]));
  return { status: Object.values(results).some(({ error }) => error) ? 400 : 200, body: { results } };
}

function resultOf({ status, error, errorSource, frames }: ClientAnswer): Result {
  return { status, ...(error ? { error, errorSource } : {}), ...(frames.length > 0 || !error ? { frames: frames.map(jsonFrame) } : {}) };
}
