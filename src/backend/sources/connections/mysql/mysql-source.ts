import { CANONICAL } from '../../layouts/canonical';
import { rulesOf } from '../../layouts/clocks';
import type { Named } from '../../layouts/layout';
import { PLAIN_RULES } from '../../rows/rules';
import type { Source } from '../../source';
import { databaseSource } from '../database-source';
import { withNamed } from '../named-tables';
import { canonicalTables, namedTable } from './canonical-tables';
import { withSnapshot } from './connection';
import { layoutTables } from './layout-tables';
import type { MysqlTable } from './mysql-table';
import type { MysqlOptions } from './options';
import { RowDecoder } from './row-decoder';
import { selectStatement } from './select-statement';
import type { Session } from './session';
import { textValues } from './text-buffer';
import { watchingMysql } from './watching';

/** The helpdesk as tables or views in one MySQL or MariaDB database: canonical ones, or its own, read by a layout. */
export function createMysqlSource(options: MysqlOptions, { layout, ...named }: Named = CANONICAL): Source {
  const { database } = options;
  const rules = rulesOf(layout, options.rules ?? PLAIN_RULES);
  return databaseSource<Session, MysqlTable>(
    {
      withSnapshot: (signal, work) => withSnapshot(options, signal, work),
      find: async (session, remark) =>
        withNamed(
          await (layout.kind === 'canonical' ? canonicalTables(session, database, remark) : layoutTables(session, database, { ...named, layout }, remark)),
          options,
          (table, written) => namedTable(session, database, table, written)
        ),
      stream: (session, found, where) => {
        const select = selectStatement(found, where);
        return { columns: select.columns, pieces: session.rows(select.sql), decoder: new RowDecoder(select, found.label), buffer: textValues };
      },
      watching: watchingMysql(database, rules),
    },
    rules
  );
}
