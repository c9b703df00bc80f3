import { suggestion } from '../../../shared/nearest';
import { identifier, texts } from '../../duckdb/sql-text';
import type { TableName } from '../../canonical/tables';
import type { LoadTarget } from '../source';
import { converted } from './convert';
import type { Problems } from './problems';
import { shown } from './shown';
import type { RawTable } from './raw-table';
import { rowNameColumns, rowNames } from './row-names';
import { textRows } from './rows';

/** Where tables name calendars: the columns, and which rows do. */
const NAMING: { readonly [Table in TableName]?: { readonly columns: readonly string[]; readonly where?: string } } = {
  agent: { columns: ['calendar_id'] },
  sla_target: { columns: ['calendar_id'] },
  ticket_event: { columns: ['from_value', 'to_value'], where: `"field" = 'schedule'` },
};

/** Names the rows that name a calendar which neither the helpdesk nor the settings have: its hours would be nobody's. */
export async function explainCalendars({ connection, schema, calendars = [] }: LoadTarget, raw: RawTable, problems: Problems): Promise<void> {
  const { columns = [], where = 'true' } = NAMING[raw.table.name] ?? {};
  const has = raw.columns.map(({ column }) => column.name);
  for (const column of columns.filter((name) => has.includes(name))) {
    const known = [...(await textRows(connection, `SELECT calendar_id FROM ${schema}.calendar`)).map(([id]) => id ?? ''), ...calendars];
    const isUnknown = `${where} AND ${identifier(column)} IS NOT NULL AND NOT list_contains([${texts(['', ...known])}], ${identifier(column)})`;
    // what was converted is faster to look through than what was written
    const [[count]] = await textRows(
      connection,
      `SELECT CAST(count(DISTINCT ${identifier(column)}) AS VARCHAR) FROM ${schema}.${identifier(raw.table.name)} WHERE ${isUnknown}`
    );
    if (count === '0') {
      continue;
    }
    const rows = await textRows(
      connection,
      `SELECT ${[identifier(column), 'CAST(count(*) AS VARCHAR)', ...rowNameColumns(raw).map((name) => `first(${name})`)].join(', ')}
       FROM ${converted(raw, raw.numbered ?? raw.from)} WHERE ${isUnknown} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${problems.room}`,
      raw.parameters
    );
    const names = await rowNames(
      raw,
      rows.map(([, , ...name]) => name)
    );
    problems.add(
      names.map((name, i) => {
        const [id, times] = [rows[i][0] ?? '', Number(rows[i][1])];
        const several = times > 1 ? ` ${times.toLocaleString('en')} rows name it.` : '';
        return `${raw.label}, ${name}, column "${column}": ${shown(id)} is not in calendar, nor in the settings’ calendars.${suggestion(id, known)}${several}`;
      }),
      Number(count)
    );
  }
}
