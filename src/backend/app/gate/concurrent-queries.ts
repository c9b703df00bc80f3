/** Grafana's own default of concurrent_query_count. */
const DEFAULT = 10;

/** More than these would only wait for the engine, before those of other requests. */
const MOST = 50;

/** Queries of one request that are worked on at a time: what Grafana's configuration says (GF_CONCURRENT_QUERY_COUNT), ten where it says nothing, at most fifty. */
export function concurrentQueries({ GF_CONCURRENT_QUERY_COUNT: said = '' }: Readonly<Record<string, string>>): number {
  const count = Number(said);
  return Number.isInteger(count) && count > 0 ? Math.min(count, MOST) : DEFAULT;
}
