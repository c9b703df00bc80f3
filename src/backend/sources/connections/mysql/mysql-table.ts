import type { FieldPacket } from 'mysql2';

import type { TableFound } from '../tables/table-found';

/** What a MySQL database has of one canonical table. */
export type MysqlTable = TableFound<FieldPacket>;
