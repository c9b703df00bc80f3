import type { PanelSpec } from '../panels/spec';
import { CHANGED, type PanelQuery } from '../query';

/** A key number of the whole range with its change from the period before, so many of 24 columns wide; it is called what its metric is where there is no title. */
export function changed(id: number, width: number, { metric, ...query }: PanelQuery, more: Pick<PanelSpec, 'title' | 'to'> = {}): PanelSpec {
  return { id, kind: 'number', width, queries: [{ metric, ...CHANGED, ...query }], ...more };
}
