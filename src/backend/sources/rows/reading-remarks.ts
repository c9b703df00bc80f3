import type { DuckDBConnection } from '@duckdb/node-api';

import { identifier } from '../../duckdb/sql-text';
import type { Remark } from '../source';
import { columnKind } from './column-kind';
import { EPOCH_UNITS, isUnit } from './epoch';
import type { RawTable } from './raw-table';
import { presentValue } from './reading';
import type { ReadingRules } from './rules';
import { textRows } from './rows';

/** How many rows of a table are looked at: a column is written in one way. */
const ROWS = 1_000;

const WITHOUT_ZONE = 'without a zone';

/** How instants were read where that is not plain: numbers by their magnitude, and what has no time zone. Collected over all tables. */
export class ReadingRemarks {
  /** Columns by the way in which they are written. */
  private readonly columns = new Map<string, string[]>();

  constructor(readonly rules: ReadingRules) {}

  /** Looks at the first rows of a table. */
  async look(connection: DuckDBConnection, raw: RawTable): Promise<void> {
    const instants = raw.columns.filter(({ column }) => column.type === 'instant');
    const asked = instants.flatMap(({ column, name, type }) => {
      const value = presentValue('instant', identifier(name), type);
      return ways(value, type).map(([way, condition]) => ({ way, column: `${raw.table.name}.${column.name}`, sql: `coalesce(bool_or(${condition}), false)` }));
    });
    if (asked.length === 0) {
      return;
    }
    const columns = instants.map(({ name }) => identifier(name)).join(', ');
    const [found = []] = await textRows(
      connection,
      `SELECT ${asked.map(({ sql }) => `CAST(${sql} AS VARCHAR)`).join(', ')} FROM (SELECT ${columns} FROM ${raw.from} LIMIT ${ROWS})`,
      raw.parameters
    );
    asked.forEach(({ way, column }, i) => {
      if (found[i] === 'true') {
        this.columns.set(way, [...(this.columns.get(way) ?? []), column]);
      }
    });
  }

  /** What is worth knowing of what was looked at. */
  all(): Remark[] {
    return [...this.columns].map(([way, columns]) => ({
      kind: 'note',
      text:
        way === WITHOUT_ZONE
          ? `Instants without a time zone are read as ${this.rules.timeZone}, ${this.rules.timeZoneBy ?? 'by the setting source.databaseTimeZone'}: ${columns.join(', ')}.`
          : `Numbers are read as ${way} since 1970: ${columns.join(', ')}.`,
    }));
  }
}

/** The ways in which a column of a type may be written, and SQL that is true where a value is. */
function ways(value: string, type: string): Array<readonly [way: string, condition: string]> {
  const numbers = (number: string) => EPOCH_UNITS.map((unit) => [unit.name, isUnit(number, unit)] as const);
  switch (columnKind(type)) {
    case 'integer':
    case 'float':
    case 'decimal':
      return numbers(`TRY_CAST(${value} AS DOUBLE)`);
    case 'timestamp':
    case 'nanoseconds':
    case 'date':
      return [[WITHOUT_ZONE, `${value} IS NOT NULL`]];
    case 'text':
      return [
        ...numbers(`TRY_CAST(${value} AS DOUBLE)`),
        [WITHOUT_ZONE, `regexp_full_match(${value}, '[0-9]{4}[-/ ][0-9]{1,2}[-/ ][0-9]{1,2}([ T]+[0-9:.]+)?')`],
      ];
    default:
      return [];
  }
}
