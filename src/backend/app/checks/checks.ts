import type { Sql } from '../../query/sql';
import type { Remark } from '../../sources/source';
import type { StoreLease } from '../../store/store';
import { OURSELVES } from '../access/caller';
import { reader } from '../access/reader';
import { rowsOf } from '../access/rows-of';
import type { Instance } from '../instance';
import { onceALoad } from '../once-a-load';
import { beforeTicket } from './before-ticket';
import type { Check } from './check';
import { contradictions } from './contradictions';
import { fullHours } from './full-hours';
import { inTheFuture } from './in-the-future';
import { noStatus } from './no-status';
import { oneSided } from './one-sided';
import { outsideHours } from './outside-hours';
import { ratings } from './ratings';
import { unknownAgents } from './unknown-agents';
import { unknownTeams } from './unknown-teams';

/** All that rows are looked at for, in the order in which it is told. */
const CHECKS: readonly Check[] = [contradictions, noStatus, beforeTicket, unknownAgents, unknownTeams, ratings, oneSided, inTheFuture, outsideHours, fullHours];

/** What of a helpdesk's rows contradicts other rows, belongs to none, or looks as if it were read wrongly: once a load. */
export const checked: (instance: Instance, lease: StoreLease) => Promise<readonly Remark[]> = onceALoad(async (instance, lease) => {
  const read = reader(instance, lease, OURSELVES);
  const ask = async <Column extends string>(columns: readonly Column[], statement: Sql) => rowsOf(await read(statement), columns);
  const remarks: Remark[] = [];
  for (const check of CHECKS) {
    remarks.push(...(await check({ ask, meta: lease.meta, settings: instance.settings })));
  }
  return remarks;
});
