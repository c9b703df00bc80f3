import { createFilesSource, type FilesOptions } from './connections/files/files-source';
import type { PostgresOptions } from './connections/postgres/options';
import { createPostgresSource } from './connections/postgres/postgres-source';
import type { Source } from './source';

/** Where a helpdesk's rows come from. */
export type SourceOptions = ({ readonly type: 'files' } & FilesOptions) | ({ readonly type: 'postgres' } & PostgresOptions);

/** The source of a data source's settings; it connects when it is first used. */
export function createSource(options: SourceOptions): Source {
  switch (options.type) {
    case 'files':
      return createFilesSource(options);
    case 'postgres':
      return createPostgresSource(options);
  }
}
