import type { DuckDBConnection } from '@duckdb/node-api';

import { identifier } from '../../duckdb/sql-text';
import { isTimeZone, zoneHint } from '../../calendar/zone';
import { converted } from './convert';
import type { Problems } from './problems';
import { shown } from './shown';
import type { RawTable } from './raw-table';
import { rowNameColumns, rowNames } from './row-names';
import { textRows } from './rows';

/** The column whose texts must be time zones: a calendar in an unknown zone has no hours. */
const COLUMN = 'time_zone';

/** Names the calendars whose time zone nobody knows; their rows are few, so all are read. */
export async function explainZones(connection: DuckDBConnection, raw: RawTable, problems: Problems): Promise<void> {
  if (raw.table.name !== 'calendar' || !raw.columns.some(({ column }) => column.name === COLUMN)) {
    return;
  }
  const rows = await textRows(
    connection,
    `SELECT ${[identifier(COLUMN), ...rowNameColumns(raw)].join(', ')} FROM ${converted(raw, raw.numbered ?? raw.from)} WHERE ${identifier(COLUMN)} IS NOT NULL`,
    raw.parameters
  );
  const wrong = rows.filter(([zone]) => zone !== null && !isTimeZone(zone));
  const names = await rowNames(
    raw,
    wrong.slice(0, problems.room).map(([, ...name]) => name)
  );
  problems.add(
    names.map((name, i) => {
      const zone = wrong[i][0] ?? '';
      return `${raw.label}, ${name}, column "${COLUMN}": ${shown(zone)} is not an IANA time zone.${zoneHint(zone)}`;
    }),
    wrong.length
  );
}
