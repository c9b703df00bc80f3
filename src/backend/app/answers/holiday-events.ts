import type { Happening } from '../../frames/event-frames';
import { compileHolidays } from '../../query/ask/events';
import type { Filter } from '../../../shared/query';
import type { ReadNewest } from './newest';
import type { Request } from './request';

/** The closed dates of the calendars that the query asks for. */
export async function holidayEvents({ query, context }: Request, read: ReadNewest): Promise<Happening[]> {
  const table = await read((limit) => compileHolidays(context, limit));
  const cell = (column: string, row: number) => String(table.column(column)?.[row] ?? '');
  const wanted = query.filters.filter(({ field }) => field === 'calendar');
  return Array.from({ length: table.rows }, (_, row): Happening => ({
    kind: 'holiday',
    id: `holiday:${cell('calendar_id', row)}:${cell('date', row)}`,
    at: Number(table.column('at')?.[row]),
    until: Number(table.column('until')?.[row]),
    text: `${cell('calendar', row)}: ${cell('date', row)}`,
    tags: ['holiday', cell('calendar_id', row)],
  })).filter(({ tags: [, id], text }) => wanted.every((filter) => isWanted(filter, id, text)));
}

/** Whether a calendar is one that a filter names. */
function isWanted({ op, values }: Filter, id: string, text: string): boolean {
  switch (op) {
    case 'in':
    case 'equals':
      return values.includes(id);
    case 'not_in':
    case 'not_equals':
      return !values.includes(id);
    case 'contains':
      return values.some((value) => text.toLowerCase().includes(value.toLowerCase()));
    case 'between':
      return values[0] <= id && id <= values[1];
    default:
      // a holiday always has its calendar
      return op === 'is_not_empty';
  }
}
