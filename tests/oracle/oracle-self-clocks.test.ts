import { agent, event, helpdesk, message, stage, ticket, utc } from './builders';
import { DEFAULT_SETTINGS, type Clock, type Helpdesk, type MessageRow, type SlaTargetRow, type TicketEventRow, type TicketRow } from './model';
import { HOUR, total, totals, YEAR } from './oracle-self.fixture';
import { evaluate } from './evaluate';
import { isOverTime, query } from './query';

/** Hand-worked examples: SLA clocks, their targets and what ends them. */

const at = (time: string) => `2025-06-02 ${time}`;
const target = (clock: Clock, hours: number, given: Partial<SlaTargetRow> = {}): SlaTargetRow => ({
  policy_id: 'P',
  clock,
  priority: null,
  valid_from: null,
  target_seconds: hours * HOUR,
  calendar_id: null,
  pauses: false,
  ...given,
});
const status = (time: string, from: string, to: string) => event('T1', at(time), 'status', from, to);
const customer = (time: string) => message('T1', at(time), 'customer');
const answer = (time: string) => message('T1', at(time), 'agent');

interface Given {
  readonly targets: SlaTargetRow[];
  readonly events?: TicketEventRow[];
  readonly messages?: MessageRow[];
  readonly row?: Partial<TicketRow>;
  readonly more?: Partial<Helpdesk>;
}
const desk = ({ targets, events = [], messages = [], row = {}, more = {} }: Given) =>
  helpdesk({
    sla_target: targets,
    ticket_sla: [{ ticket_id: 'T1', policy_id: 'P', from: null, to: null }],
    ticket: [ticket('T1', at('09:00'), row)],
    ticket_event: events,
    message: messages,
    ...more,
  });
/** Breached and decided clocks. */
const decided = (of: Helpdesk, now = '23:00') => [
  total(of, query('sla_breaches', { statistics: ['count'], asOf: utc(at(now)) })),
  total(of, query('sla_attainment', { statistics: ['n'], asOf: utc(at(now)) })),
];

describe('the target is that in force when the clock ends', () => {
  it('a policy applied late and a priority set late count from the clock’s own start', () => {
    const late = (from: string) =>
      desk({
        targets: [target('first_reply', 1)],
        messages: [answer('11:00')],
        more: { ticket_sla: [{ ticket_id: 'T1', policy_id: 'P', from: utc(at(from)), to: null }] },
      });
    expect(decided(late('10:30'))).toEqual([1, 1]);
    expect(decided(late('11:01'))).toEqual([0, 0]);
    const urgent = desk({
      targets: [target('first_reply', 8), target('first_reply', 1, { priority: 'high' })],
      events: [event('T1', at('10:30'), 'priority', 'low', 'high')],
      messages: [answer('11:00')],
    });
    expect(decided(urgent)).toEqual([1, 1]);
  });

  it('while it runs, that of the instant asked about', () => {
    const running = desk({
      targets: [target('first_reply', 8), target('first_reply', 1, { priority: 'high' })],
      events: [event('T1', at('10:30'), 'priority', 'low', 'high')],
    });
    expect([decided(running, '10:29'), decided(running, '10:30')]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});

describe('the close clock', () => {
  const reopened = desk({
    targets: [target('close', 2)],
    events: [status('10:00', 'open', 'closed'), status('12:00', 'closed', 'open')],
  });

  it('stands still while the ticket is closed; a close followed by a reopening decides nothing', () => {
    // One hour until 10:00; closed until 12:00; the second hour is used up at 13:00.
    expect([decided(reopened, '11:00'), decided(reopened, '12:30'), decided(reopened, '13:00'), decided(reopened, '13:01')]).toEqual([
      [0, 1],
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
    expect(total(reopened, query('time_to_breach', { statistics: ['min'], asOf: utc(at('12:30')) }))).toBe(1800);
  });

  it('is dropped where the ticket is closed at an unknown time or before its creation, and met at once where it is born closed', () => {
    expect(decided(desk({ targets: [target('close', 2)], row: { status: 'closed' } }))).toEqual([0, 0]);
    expect(decided(desk({ targets: [target('close', 2)], row: { closed_at: utc(at('08:00')) } }))).toEqual([0, 0]);
    expect(decided(desk({ targets: [target('close', 2)], row: { closed_at: utc(at('09:00')) } }))).toEqual([0, 1]);
  });
});

describe('a reply clock that a close ends unanswered', () => {
  const ended = (close: string, messages: MessageRow[] = [], more: TicketEventRow[] = []) =>
    desk({ targets: [target('first_reply', 1)], events: [status(close, 'open', 'closed'), ...more], messages });

  it('is breached if it was due before or at the close', () => {
    expect([decided(ended('10:00')), decided(ended('09:59'))]).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  it('is met by an answer across the close, not after the due instant and before any reopening', () => {
    expect(decided(ended('09:30', [answer('10:00')]))).toEqual([0, 1]);
    expect(decided(ended('09:30', [answer('10:01')]))).toEqual([0, 0]);
    expect(decided(ended('09:30', [answer('09:50')], [status('09:40', 'closed', 'open')]))).toEqual([0, 0]);
    expect(decided(ended('09:30', [answer('09:50')], [status('09:50', 'closed', 'open')]))).toEqual([0, 1]);
  });

  it('what the customer writes next has a first_reply clock of its own, which starts at the reopening', () => {
    // Closed at 09:30 (dropped); written at 09:40 in the closed ticket, reopened 10:00, answered 10:50.
    const again = ended('09:30', [customer('09:40'), answer('10:50')], [status('10:00', 'closed', 'open')]);
    expect(decided(again)).toEqual([0, 1]);
    const never = ended('09:30', [customer('09:40'), answer('10:50')]);
    expect(decided(never)).toEqual([0, 0]);
  });

  it('an agent-created ticket has a next_reply clock for every customer run, and no first_reply', () => {
    const made = desk({
      targets: [target('first_reply', 1), target('next_reply', 1)],
      row: { created_by: 'agent' },
      messages: [answer('09:00'), customer('10:00'), answer('11:30')],
    });
    expect(totals(made, query('sla_breaches', { groupBy: ['clock'] }))).toEqual([['next_reply', 1]]);
  });

  it('a handover restarts the first_reply clock', () => {
    const handed = desk({ targets: [target('first_reply', 1)], events: [event('T1', at('10:30'), 'handover', null, null)], messages: [answer('11:20')] });
    expect([decided(handed, '10:29'), decided(handed)]).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });
});

describe('pauses', () => {
  it('by status, where there are no stage events; the settings say which', () => {
    const waits = desk({
      targets: [target('close', 2, { pauses: true })],
      events: [status('10:00', 'open', 'waiting_customer'), status('12:30', 'waiting_customer', 'closed')],
    });
    expect(decided(waits)).toEqual([0, 1]);
    expect(total(waits, query('sla_breaches'), { ...DEFAULT_SETTINGS, pausingStatuses: ['on_hold'] })).toBe(1);
    // In a pause that has not ended there is no due instant.
    expect(total(waits, query('time_to_breach', { asOf: utc(at('11:00')) }))).toBe(0);
  });

  it('with stage events by the stage alone; a closed stage pauses nothing while the ticket is open', () => {
    const stages = [stage('Open', 'open'), stage('Wait', 'waiting_customer', true), stage('Done', 'closed', true)];
    const moved = (to: string) =>
      desk({
        targets: [target('close', 1, { pauses: true })],
        events: [event('T1', at('09:30'), 'stage', 'Open', to), status('09:00:01', 'new', 'open')],
        more: { stage: stages },
      });
    expect([decided(moved('Wait')), decided(moved('Done'))]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('at an instant only what happened until then is known', () => {
    const later = desk({ targets: [target('close', 2, { pauses: true })], events: [status('09:00:01', 'new', 'open'), status('10:30', 'open', 'on_hold')] });
    const answerAt = evaluate(later, DEFAULT_SETTINGS, query('time_to_breach', { statistics: ['min'] }), YEAR, utc(at('10:00')));
    expect(isOverTime(answerAt) ? null : answerAt.rows[0]?.values.min).toBe(HOUR);
  });
});

it('the close clock’s credit is the last owner’s; a running one has the owner of the instant', () => {
  const credit = desk({
    targets: [target('close', 1)],
    events: [event('T1', at('09:10'), 'owner', 'A', null), status('11:00', 'open', 'closed')],
    more: { agent: [agent('A')] },
  });
  expect(totals(credit, query('sla_breaches', { groupBy: ['owner'] }))).toEqual([['A', 1]]);
  expect(totals(credit, query('time_to_breach', { groupBy: ['owner'], asOf: utc(at('09:30')) }))).toEqual([['none', 1]]);
});
