import { DEFAULT_LAYOUT } from '../../shared/layouts';
import { createFilesSource, type FilesOptions } from './connections/files/files-source';
import { createMysqlSource } from './connections/mysql/mysql-source';
import type { MysqlOptions } from './connections/mysql/options';
import type { PostgresOptions } from './connections/postgres/options';
import { createPostgresSource } from './connections/postgres/postgres-source';
import { layoutFor, LAYOUTS } from './layouts';
import type { LayoutOptions, Layouts } from './layouts/layout';
import type { Source } from './source';

/** Where a helpdesk's rows come from: how one reads, and whose tables they are. */
export type SourceOptions = (
  ({ readonly type: 'files' } & FilesOptions) | ({ readonly type: 'postgres' } & PostgresOptions) | ({ readonly type: 'mysql' } & MysqlOptions)
) & {
  /** The name of a layout; `canonical` by default. */
  readonly layout?: string;
  /** What the layout asks besides. */
  readonly layoutOptions?: LayoutOptions;
};

/** The source of a data source's settings; it connects when it is first used. Throws a SettingsError where the layout is not one for this connection. */
export function createSource(options: SourceOptions, layouts: Layouts = LAYOUTS): Source {
  const named = layoutFor(options.type, options.layout ?? DEFAULT_LAYOUT, layouts, options.layoutOptions);
  switch (options.type) {
    case 'files':
      // canonical: no other layout reads files
      return createFilesSource(options);
    case 'postgres':
      return createPostgresSource(options, named, layouts);
    case 'mysql':
      return createMysqlSource(options, named, layouts);
  }
}
