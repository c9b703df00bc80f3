import type { FieldPacket } from 'mysql2';

import type { DatabaseTable } from '../tables/database-table';

/** What a MySQL database has of one canonical table. */
export interface MysqlTable extends DatabaseTable {
  /** What stands after FROM. */
  readonly from: string;
  readonly columns: readonly FieldPacket[];
}
