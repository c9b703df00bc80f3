import { CANONICAL } from '../../layouts/canonical';
import { LAYOUTS } from '../../layouts';
import { rulesOf } from '../../layouts/clocks';
import type { Layouts, Named } from '../../layouts/layout';
import { PLAIN_RULES } from '../../rows/rules';
import type { Source } from '../../source';
import { databaseSource } from '../database-source';
import { binaryBuffer } from './binary-buffer';
import { withNamed } from '../named-tables';
import { canonicalTables, namedTable, placeOf } from '../tables/canonical-tables';
import { layoutTables } from '../tables/layout-tables';
import { withSnapshot } from './connection';
import { CopyDecoder } from './copy-decoder';
import { copyStatement } from './copy-statement';
import { postgresFlavour } from './flavour';
import type { PostgresOptions } from './options';
import { layoutPlaceIn, placeIn } from './place';
import { tableError } from './postgres-error';
import type { PostgresTable } from './postgres-table';
import type { Session } from './session';
import { watchingPostgres } from './watching';

/** The helpdesk as tables or views in one schema of a PostgreSQL database: canonical ones, or its own, read by a layout. */
export function createPostgresSource(options: PostgresOptions, { layout, ...named }: Named = CANONICAL, layouts: Layouts = LAYOUTS): Source {
  const { schema = 'public' } = options;
  const rules = rulesOf(layout, options.rules ?? PLAIN_RULES);
  const flavour = postgresFlavour(rules.timeZone);
  return databaseSource<Session, PostgresTable>(
    {
      withSnapshot: (signal, work) => withSnapshot(options, signal, work),
      find: async (session, remark) =>
        withNamed(
          await (layout.kind === 'canonical'
            ? canonicalTables(await placeIn(session, schema), remark)
            : layoutTables(await layoutPlaceIn(session, schema, flavour), { ...named, layout }, remark)),
          options,
          async (table, written) => {
            const [place, name] = placeOf(written, schema);
            return { ...(await namedTable(await placeIn(session, place), table, name, written)), rules: options.rules ?? PLAIN_RULES };
          }
        ),
      choosing: {
        connection: 'postgres',
        layouts,
        chosen: named,
        place: (session) => layoutPlaceIn(session, schema, flavour),
      },
      stream: (session, found, where) => {
        const { sql, columns } = copyStatement(found, where);
        return { columns, pieces: piecesOf(session.copy(sql), found.label), decoder: new CopyDecoder(), buffer: binaryBuffer };
      },
      watching: watchingPostgres(schema, layout.kind === 'helpdesk', rules),
    },
    rules
  );
}

/** What a server sends of a table; where it cannot, for the sake of the table, the fault names it. */
async function* piecesOf(pieces: AsyncIterable<Buffer>, label: string): AsyncIterable<Buffer> {
  try {
    yield* pieces;
  } catch (error) {
    throw tableError(error, label) ?? error;
  }
}
