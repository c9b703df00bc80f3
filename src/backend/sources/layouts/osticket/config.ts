import type { Columns, Here } from '../layout';

/** Where osTicket’s settings stand, which are read where they may be. */
export const CONFIG: Columns = { ost_config: ['namespace', 'key', 'value'] };

/** A setting of osTicket’s own; null where it is not set, or may not be read. */
export const setting = (name: string, { has }: Here): string =>
  has('ost_config', 'value') ? `(SELECT CAST(MAX(c.value) AS CHAR) FROM ost_config c WHERE c.namespace = 'core' AND c."key" = '${name}')` : 'NULL';

/** The schedule of those who have none of their own; null where there is none. */
export const defaultSchedule = (here: Here): string =>
  `(SELECT MIN(standard.id) FROM ost_schedule standard WHERE standard.id = ${setting('schedule_id', here)} AND standard.flags & 1 = 1)`;
