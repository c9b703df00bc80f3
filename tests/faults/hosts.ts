import type { FaultHost } from './host';
import { mariadb } from './in-mariadb';
import { postgres } from './in-postgres';

/** The kinds of database that faults happen to. */
export const HOSTS: readonly FaultHost[] = [postgres, mariadb];
