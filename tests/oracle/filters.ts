import { nameOf, nullLabel, type Dims } from './dimensions';
import type { Filter } from './query';
import type { World } from './world';

/** Whether a row's own dimensions pass every filter. */
export function passes(world: World, dims: Dims): boolean {
  return world.query.filters.every((filter) => passesOne(world, filter, dims[filter.field] ?? []));
}

/** "Any value matches for a many-valued field, none for the negatives." */
function passesOne(world: World, filter: Filter, values: readonly string[]): boolean {
  switch (filter.op) {
    case 'in':
    case 'equals':
      return matchesIds(filter, values);
    case 'not_in':
    case 'not_equals':
      return !matchesIds(filter, values);
    case 'contains':
      return values.some((id) => {
        const name = nameOf(world.helpdesk, filter.field, id).toLowerCase();
        return filter.values.some((part) => name.includes(part.toLowerCase()));
      });
    case 'is_empty':
      return values.length === 0;
    case 'is_not_empty':
      return values.length > 0;
    case 'between': {
      const [low, high] = filter.values.map(Number);
      return values.some((id) => low !== undefined && high !== undefined && low <= Number(id) && Number(id) <= high);
    }
  }
}

/** "In and equals match ids or the null label; not in and not equals keep nulls" unless the label is listed. */
function matchesIds(filter: Filter, values: readonly string[]): boolean {
  return values.length === 0 ? filter.values.includes(nullLabel(filter.field)) : values.some((id) => filter.values.includes(id));
}
