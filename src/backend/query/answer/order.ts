import { dimensionOf } from '../../../shared/catalog/dimensions';
import type { Group } from '../plan';
import type { GroupValue } from './series';

/** Fixed values keep their own order; others go by name, stages by their place before it, none last. */
export function sortKey({ dimension }: Group, key: number, { id, name, place }: GroupValue): Array<number | string> {
  const own = typeof dimensionOf(dimension).values !== 'string' ? (id === null ? Infinity : key) : id === null ? '\uffff' : name;
  return place === undefined ? [own] : [place[0] ?? '\uffff', place[1] ?? Infinity, own];
}

/** A series by what it is put in order of. */
export interface Sortable {
  readonly sortKey: ReadonlyArray<number | string>;
  /** What tells those apart that are equal in it: the groups' ids, none last. */
  readonly ids: string;
}

/** The ids of groups as what tells series apart. */
export function idsOf(groups: readonly GroupValue[]): string {
  return groups.map(({ id }) => id ?? '\uffff').join('\0');
}

const collator = new Intl.Collator('en', { numeric: true });

/** Series in the order of their groups. */
export function bySortKey(a: Sortable, b: Sortable): number {
  for (let i = 0; i < a.sortKey.length; i++) {
    const [left, right] = [a.sortKey[i], b.sortKey[i]];
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? // two that are none are both Infinity, whose difference is no number
          Math.sign(left - right) || 0
        : left === '\uffff' || right === '\uffff'
          ? Number(left === '\uffff') - Number(right === '\uffff')
          : collator.compare(String(left), String(right));
    if (order !== 0) {
      return order;
    }
  }
  return a.ids === b.ids ? 0 : a.ids < b.ids ? -1 : 1;
}
