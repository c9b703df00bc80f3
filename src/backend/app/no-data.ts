import { METRICS } from '../../shared/catalog';
import type { StoreMeta } from '../store/store';

/** Reports that have nothing to show because their tables are empty, and what they need. */
export function reportsWithoutData({ tableRows }: Pick<StoreMeta, 'tableRows'>): Array<{ metric: string; label: string; needs: string[] }> {
  return METRICS.flatMap(({ id, label, needs }) => {
    const missing = needs.filter((table) => !tableRows[table]);
    return missing.length > 0 ? [{ metric: id, label, needs: missing }] : [];
  });
}
