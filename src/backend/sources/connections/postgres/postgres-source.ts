import { CANONICAL } from '../../layouts/canonical';
import { rulesOf } from '../../layouts/clocks';
import type { Named } from '../../layouts/layout';
import { PLAIN_RULES } from '../../rows/rules';
import type { Source } from '../../source';
import { databaseSource } from '../database-source';
import { binaryBuffer } from './binary-buffer';
import { withNamed } from '../named-tables';
import { canonicalTables, namedTable } from './canonical-tables';
import { withSnapshot } from './connection';
import { CopyDecoder } from './copy-decoder';
import { copyStatement } from './copy-statement';
import { layoutTables } from './layout-tables';
import type { PostgresOptions } from './options';
import type { PostgresTable } from './postgres-table';
import type { Session } from './session';
import { watchingPostgres } from './watching';

/** The helpdesk as tables or views in one schema of a PostgreSQL database: canonical ones, or its own, read by a layout. */
export function createPostgresSource(options: PostgresOptions, { layout, ...named }: Named = CANONICAL): Source {
  const { schema = 'public' } = options;
  const rules = rulesOf(layout, options.rules ?? PLAIN_RULES);
  return databaseSource<Session, PostgresTable>(
    {
      withSnapshot: (signal, work) => withSnapshot(options, signal, work),
      find: async (session, remark) =>
        withNamed(
          await (layout.kind === 'canonical' ? canonicalTables(session, schema, remark) : layoutTables(session, schema, { ...named, layout }, remark)),
          options,
          (table, written) => namedTable(session, schema, table, written)
        ),
      stream: (session, found, where) => {
        const { sql, columns } = copyStatement(found, where);
        return { columns, pieces: session.copy(sql), decoder: new CopyDecoder(), buffer: binaryBuffer };
      },
      watching: watchingPostgres(schema, layout.kind === 'helpdesk', rules),
    },
    rules
  );
}
