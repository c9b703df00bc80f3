import { type DataQuery, type RawTimeRange, urlUtil } from '@grafana/data';
import { config } from '@grafana/runtime';

/** What Explore shows, as its address says. */
export interface Explored {
  readonly uid: string;
  readonly queries: readonly DataQuery[];
  readonly range: RawTimeRange;
}

interface Pane {
  readonly datasource?: string;
  readonly queries?: readonly DataQuery[];
  readonly range?: { readonly from?: string | number; readonly to?: string | number };
}

/** Reads Explore's address: `panes` of today, `left` of before. */
export function explored(search: string): Explored {
  const params = new URLSearchParams(search);
  const [pane] = Object.values(parsed<Record<string, Pane>>(params.get('panes')) ?? {});
  const { datasource, queries = [], range = {} } = pane ?? parsed<Pane>(params.get('left')) ?? {};
  const settings = Object.values(config.datasources);
  const source = settings.find(({ uid, name }) => datasource === uid || datasource === name) ?? settings.find(({ name }) => name === config.defaultDatasource);
  return { uid: source?.uid ?? datasource ?? '', queries, range: { from: instant(range.from ?? 'now-30d'), to: instant(range.to ?? 'now') } };
}

/** The address that shows it. */
export function addressOf({ uid, queries, range }: Explored): string {
  const text = (at: RawTimeRange['from']) => (typeof at === 'string' ? at : String(at.valueOf()));
  const pane = { datasource: uid, queries, range: { from: text(range.from), to: text(range.to) } };
  return urlUtil.renderUrl('/explore', { schemaVersion: 1, panes: JSON.stringify({ a: pane }), orgId: 1 });
}

function parsed<Value>(text: string | null): Value | null {
  try {
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    return null;
  }
}

/** Instants are written as numbers of milliseconds or as texts; scenes read ISO. */
function instant(at: string | number): string {
  return /^\d{9,}$/.test(String(at)) ? new Date(Number(at)).toISOString() : String(at);
}
