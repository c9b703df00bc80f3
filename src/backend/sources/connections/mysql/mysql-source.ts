import { CANONICAL } from '../../layouts/canonical';
import { LAYOUTS } from '../../layouts';
import { rulesOf } from '../../layouts/clocks';
import type { Layouts, Named } from '../../layouts/layout';
import { PLAIN_RULES } from '../../rows/rules';
import type { Source } from '../../source';
import { databaseSource } from '../database-source';
import { withNamed } from '../named-tables';
import { canonicalTables, namedTable, placeOf } from '../tables/canonical-tables';
import { layoutTables } from '../tables/layout-tables';
import { withSnapshot } from './connection';
import { mysqlFlavour } from './flavour';
import type { MysqlTable } from './mysql-table';
import type { MysqlOptions } from './options';
import { layoutPlaceIn, placeIn } from './place';
import { RowDecoder } from './row-decoder';
import { selectStatement } from './select-statement';
import type { Session } from './session';
import { textValues } from './text-buffer';
import { watchingMysql } from './watching';

/** The helpdesk as tables or views in one MySQL or MariaDB database: canonical ones, or its own, read by a layout. */
export function createMysqlSource(options: MysqlOptions, { layout, ...named }: Named = CANONICAL, layouts: Layouts = LAYOUTS): Source {
  const { database } = options;
  const rules = rulesOf(layout, options.rules ?? PLAIN_RULES);
  const flavour = mysqlFlavour(rules.timeZone);
  return databaseSource<Session, MysqlTable>(
    {
      withSnapshot: (signal, work) => withSnapshot(options, signal, work),
      find: async (session, remark) =>
        withNamed(
          await (layout.kind === 'canonical'
            ? canonicalTables(await placeIn(session, database), remark)
            : layoutTables(await layoutPlaceIn(session, database, flavour), { ...named, layout }, remark)),
          options,
          async (table, written) => {
            const [place, name] = placeOf(written, database);
            return { ...(await namedTable(await placeIn(session, place), table, name, written)), rules: options.rules ?? PLAIN_RULES };
          }
        ),
      choosing: {
        connection: 'mysql',
        layouts,
        chosen: named,
        place: (session) => layoutPlaceIn(session, database, flavour),
      },
      stream: (session, found, where) => {
        const select = selectStatement(found, where);
        return { columns: select.columns, pieces: session.rows(select.sql), decoder: new RowDecoder(select, found.label), buffer: textValues };
      },
      watching: watchingMysql(database, rules),
    },
    rules
  );
}
