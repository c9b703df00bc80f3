import { STORED_AS } from '../../../shared/catalog/columns';
import { TICKET } from '../../../shared/catalog/facts';
import { columnOf, ofAttributeColumns } from '../../../shared/catalog/ticket-attributes';
import type { Build } from './build';
import { clockNumber, type Clock } from './plans.sql';
import { withTimes } from './schedules.sql';
import type { Slots } from './slots.sql';

/** The columns of a ticket as facts hold them: what each is, in the declared order and types. */
function asDeclared(values: Readonly<Record<keyof typeof TICKET, string>>): string {
  const columns = Object.keys(TICKET) as ReadonlyArray<keyof typeof TICKET>;
  return columns.map((column) => `(${values[column]})::${STORED_AS[TICKET[column]]} AS ${column}`).join(', ');
}

/** Who has a ticket: keys, in SQL. */
export interface Holders {
  readonly owner: string;
  readonly team: string;
  /** Where this key is not 0, it is the owner whichever owner is asked for. */
  readonly given?: string;
}

/** The ticket's columns of a fact's row: from d_ticket `t`, and who had it at the dating event. */
export function ticketColumns({ owner, team, given }: Holders): string {
  const orGiven = (key: string) => (given === undefined ? key : `CASE WHEN ${given} > 0 THEN ${given} ELSE ${key} END`);
  return asDeclared({
    ticket_ix: 't.ticket_ix',
    owner_ix: orGiven(owner),
    current_owner_ix: orGiven('t.current_owner_ix'),
    created_owner_ix: orGiven('t.owner0_ix'),
    ...ofAttributeColumns((id) => (id === 'team' ? team : `t.${columnOf(id)}`)),
    current_team_ix: 't.team_ix',
    created_team_ix: 't.team0_ix',
    status_ix: 't.status_ix',
    excluded: 't.excluded',
  });
}

/** The same of a row without a ticket, which has an owner and a customer, and that one's organization, at most. */
export function columnsWithoutTicket(owner: string, customer: string, organization: string): string {
  const known = { customer, organization };
  return asDeclared({
    ticket_ix: '0',
    owner_ix: owner,
    current_owner_ix: owner,
    created_owner_ix: owner,
    ...ofAttributeColumns((id) => (id === 'customer' || id === 'organization' ? known[id] : '0')),
    current_team_ix: '0',
    created_team_ix: '0',
    status_ix: '0',
    excluded: '0',
  });
}

/** Who has ticket `t` at an instant; `s` is the ticket's piece of history where it has more than one change: see spanJoin. */
export function ownerAt(at: string, span = 's'): Holders {
  const holder = (field: 'owner' | 'team') =>
    `CASE WHEN t.is_complex THEN coalesce(${span}.${field}_ix, t.${field}0_ix) WHEN t.${field}_at <= ${at} THEN t.${field}1_ix ELSE t.${field}0_ix END`;
  return { owner: holder('owner'), team: holder('team') };
}

/** The same with the last owner until then where nobody owns the ticket at that instant: who takes the credit of a close, a stage or a rating. */
export function lastOwnerAt(at: string, span = 's'): Holders {
  const owner = `CASE WHEN t.is_complex THEN coalesce(${span}.last_owner_ix, t.owner0_ix) WHEN t.owner_at <= ${at} AND t.owner1_ix > 0 THEN t.owner1_ix ELSE t.owner0_ix END`;
  return { ...ownerAt(at, span), owner };
}

/** Who has ticket `t` at its creation. */
export const OWNER_AT_CREATION: Holders = { owner: 't.owner0_ix', team: 't.team0_ix' };

/** The join that finds the piece of history that holds at an instant; it matches complex tickets only. */
export function spanJoin(at: string, span = 's'): string {
  return `LEFT JOIN d_span ${span} ON ${span}.ticket_ix = CASE WHEN t.is_complex THEN t.ticket_ix END AND ${at} >= ${span}.from_at AND ${at} < ${span}.to_at`;
}

/** The policy of ticket `t` at an instant, 0 = none. */
function policyAt(at: string, span: string): string {
  return `CASE WHEN t.is_complex THEN coalesce(${span}.policy_ix, 0) WHEN ${at} >= t.policy_from_at AND ${at} < t.policy_to_at THEN t.policy_ix ELSE 0 END`;
}

/** The priority of ticket `t` at an instant, 0 = none. */
function priorityAt(at: string, span: string): string {
  return `CASE WHEN t.is_complex THEN coalesce(${span}.priority_ix, t.priority0_ix) WHEN t.priority_at <= ${at} THEN t.priority1_ix ELSE t.priority0_ix END`;
}

/**
 * The join that finds what the policy in force at an instant asks of a clock: one row of d_plan, always. It is a LEFT JOIN for the
 * planner's sake, which expects next to no row from so many conditions, and would then hash the millions of rows instead of the few plans.
 */
export function planJoin(clock: Clock, at: string, alias = 'p', span = 's'): string {
  return `LEFT JOIN d_plan ${alias} ON ${alias}.clock = ${clockNumber(clock)} AND ${alias}.policy_ix = ${policyAt(at, span)} AND ${alias}.priority_ix = ${priorityAt(at, span)}
    AND ${at} >= ${alias}.from_at AND ${at} < ${alias}.to_at`;
}

/** An interval to be measured in business time. */
interface Measured {
  /** A query with ticket_ix, the two instants, `calendar_ix` (null = none), and whatever else. */
  readonly rows: string;
  readonly from: string;
  readonly to: string;
  /** The name of the result, milliseconds; null where no calendar applies. */
  readonly as: string;
  /** The name of a further result: whether the first instant is inside (1) or outside (2) the calendar's hours, or no calendar applies (3). */
  readonly asked?: string;
}

/** Adds the business time between two instants to rows: the difference of two look-ups. */
export async function withBusinessTime(build: Build, slots: Slots, { rows, from, to, as, asked }: Measured): Promise<string> {
  const timed = await withTimes(build, slots, { rows, instants: { from: `c.${from}`, until: `c.${to}` }, inHoursAt: asked === undefined ? undefined : 'from' });
  return `
    SELECT * EXCLUDE (f_from, f_until${asked === undefined ? '' : ', in_hours'}), f_until - f_from AS ${as}${asked === undefined ? '' : `, in_hours AS ${asked}`}
    FROM (${timed})`;
}
