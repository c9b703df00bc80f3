import { agent, event, helpdesk, message, stage, ticket, utc } from './builders';
import { HOUR, total, totals } from './oracle-self.fixture';
import type { Helpdesk, TicketEventRow, TicketRow } from './model';
import { query, type OracleQuery } from './query';

/** Hand-worked examples: how tickets begin and close, and who has the credit. */

const DAY = '2025-06-02';
const at = (time: string) => `${DAY} ${time}`;
const stages = [stage('Open', 'open'), stage('Done', 'closed')];
const one = (row: Partial<TicketRow>, ticket_event: TicketEventRow[] = []): Helpdesk =>
  helpdesk({ stage: stages, ticket: [ticket('T1', at('09:00'), row)], ticket_event });
const status = (time: string, from: string | null, to: string | null, given: Partial<TicketEventRow> = {}) => event('T1', at(time), 'status', from, to, given);
const count = (desk: Helpdesk, metric: string, given: Partial<OracleQuery> = {}) => total(desk, query(metric, { statistics: ['count'], ...given }));
const backlog = (desk: Helpdesk, time: string) => count(desk, 'backlog', { asOf: utc(at(time)) });
const flow = (desk: Helpdesk) => total(desk, query('net_flow', { statistics: ['sum'] }));
const closedAfter = (desk: Helpdesk) => total(desk, query('time_to_close', { statistics: ['mean'] }));
const statusOf = (desk: Helpdesk) => totals(desk, query('opened', { groupBy: ['status'] })).map(([word]) => word);

describe('a ticket that is born closed', () => {
  it('has a close of 0 s at its creation, by the actor of the event that closed it, and was in no backlog', () => {
    const desk = one({}, [status('08:00', 'new', 'closed', { actor_id: 'bot', actor_kind: 'bot' })]);
    expect(closedAfter(desk)).toBe(0);
    expect(totals(desk, query('closed', { groupBy: ['closed_by_kind'] }))).toEqual([['bot', 1]]);
    expect([flow(desk), backlog(desk, '10:00')]).toEqual([0, 0]);
  });

  it('by nobody known where its history begins closed, or closed_at is its creation; a reopening brings it into the backlog', () => {
    const reopened = one({}, [status('10:00', 'closed', 'open')]);
    expect(totals(reopened, query('closed', { groupBy: ['closed_by'] }))).toEqual([['none', 1]]);
    expect([flow(reopened), backlog(reopened, '09:30'), backlog(reopened, '11:00')]).toEqual([1, 0, 1]);
    expect(closedAfter(one({ closed_at: utc(at('09:00')) }))).toBe(0);
  });

  it('has no virtual row, and messages at its creation stand after that close', () => {
    const desk = { ...one({}, [status('10:00', 'closed', 'open')]), message: [message('T1', at('11:00'), 'agent')] };
    expect(total(desk, query('customer_wait_time'))).toBe(0);
    const written = { ...one({ closed_at: utc(at('09:00')) }), message: [message('T1', at('09:00'), 'agent')] };
    expect(total(written, query('replies_to_resolution', { statistics: ['mean'] }))).toBe(0);
  });
});

describe('what the history does not say', () => {
  it('closed_at after a history that ends open is a close by nobody known; one at or before its last event is ignored', () => {
    const events = [status('10:00', 'new', 'open', { actor_id: 'A', actor_kind: 'agent' })];
    const late = one({ closed_at: utc(at('12:00')) }, events);
    expect([closedAfter(late), backlog(late, '13:00'), flow(late)]).toEqual([3 * HOUR, 0, 0]);
    expect(totals(late, query('closed', { groupBy: ['closed_by'] }))).toEqual([['none', 1]]);
    const early = one({ closed_at: utc(at('10:00')) }, events);
    expect([closedAfter(early), backlog(early, '13:00')]).toEqual([null, 1]);
    expect([statusOf(late), statusOf(early)]).toEqual([['closed'], ['open']]);
  });

  it('a present state that is open ignores closed_at: by the status, or by a stage that the table has', () => {
    const closed = { closed_at: utc(at('12:00')) };
    expect(count(one({ ...closed, status: 'on_hold' }), 'closed')).toBe(0);
    expect(count(one({ ...closed, stage_id: 'Open' }), 'closed')).toBe(0);
    expect(count(one({ ...closed, stage_id: 'gone' }), 'closed')).toBe(1);
    expect(count(one({ ...closed, status: 'closed', stage_id: 'Open' }), 'closed')).toBe(1);
    expect([statusOf(one({ ...closed, status: 'on_hold' })), statusOf(one({ ...closed, stage_id: 'gone' })), statusOf(one({}))]).toEqual([
      ['on_hold'],
      ['closed'],
      ['none'],
    ]);
  });

  it('a closed state without a usable closed_at is a close at an unknown time: in no backlog from the last event on, and nothing dates it', () => {
    const desk = one({ status: 'merged' }, [status('10:00', 'new', 'closed'), status('11:00', 'closed', 'open'), status('12:00', 'open', 'on_hold')]);
    expect([backlog(desk, '12:00'), backlog(desk, '12:01')]).toEqual([1, 0]);
    // Its earlier close stands; net_flow leaves the ticket out.
    expect([count(desk, 'closed'), closedAfter(desk), flow(desk)]).toEqual([1, null, 0]);
    expect(statusOf(desk)).toEqual(['merged']);
    expect(backlog(one({ stage_id: 'Done' }), '10:00')).toBe(0);
  });

  it('a history that ends closed wins over everything', () => {
    const desk = one({ status: 'open', closed_at: utc(at('15:00')) }, [status('10:00', 'open', 'spam')]);
    expect([closedAfter(desk), statusOf(desk)]).toEqual([HOUR, ['spam']]);
  });

  it('a close before the creation: states take it at the creation, nothing is dated by it', () => {
    const desk = one({ closed_at: utc(at('08:00')) });
    expect([count(desk, 'closed'), closedAfter(desk), flow(desk), backlog(desk, '10:00')]).toEqual([0, null, 0, 0]);
  });
});

describe('events of one millisecond', () => {
  it('stand by their ids: whole numbers as numbers, digits before text', () => {
    const desk = (first: string, second: string) =>
      one({}, [status('10:00', 'open', 'closed', { event_id: second }), status('10:00', 'open', 'open', { event_id: first })]);
    expect(closedAfter(desk('9', '10'))).toBe(HOUR);
    expect(closedAfter(desk('10', '9'))).toBeNull();
    expect(closedAfter(desk('10', 'a1'))).toBe(HOUR);
  });
});

describe('how a ticket begins', () => {
  const owners = [
    event('T1', at('08:00'), 'owner', 'X', 'A'),
    event('T1', at('09:00'), 'owner', 'A', 'B'),
    event('T1', at('10:00'), 'owner', 'B', 'C'),
    event('T1', at('11:00'), 'owner', 'C', null),
  ];
  const desk = helpdesk({ agent: [agent('B')], ticket: [ticket('T1', at('09:00'))], ticket_event: [...owners, status('12:00', 'open', 'closed')] });

  it('events not after the creation are no transfer, and say what it begins with', () => {
    expect(count(desk, 'transfers')).toBe(1);
    expect(totals(desk, query('opened', { groupBy: ['owner'] }))).toEqual([['B', 1]]);
    expect(total(desk, query('time_to_assignment', { statistics: ['mean'] }))).toBe(0);
  });

  it('a close has the last owner before it, where nobody owns the ticket then; a backlog has not', () => {
    expect(totals(desk, query('closed', { groupBy: ['owner'] }))).toEqual([['C', 1]]);
    expect(totals(desk, query('backlog', { groupBy: ['owner'], asOf: utc(at('11:30')) }))).toEqual([['none', 1]]);
    const nobody = one({}, [event('T1', at('10:00'), 'owner', null, null), status('12:00', 'open', 'closed')]);
    expect(totals(nobody, query('closed', { groupBy: ['owner'] }))).toEqual([['none', 1]]);
  });

  it('the team is that of the event; the organization the ticket’s, else its requester’s', () => {
    const teams = one({ team_id: 'two', requester_id: 'c' }, [event('T1', at('10:00'), 'team', 'one', 'two')]);
    const asked = { ...teams, customer: [{ customer_id: 'c', name: null, org_id: 'o' }], message: [message('T1', at('09:30'), 'agent')] };
    const by = (ownerAt: OracleQuery['ownerAt']) => totals(asked, query('owner_reply_count', { groupBy: ['team', 'organization'], ownerAt }))[0]?.[0];
    expect([by('event'), by('current'), by('created')]).toEqual(['one o', 'two o', 'one o']);
  });
});
