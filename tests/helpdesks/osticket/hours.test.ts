import { describeWithMariadb } from '../../servers/describe-with-mariadb';
import type { Rows } from '../open-desk';
import type { Place } from '../place';
import type { Desk } from './desk';
import { openOsticket } from './opened.fixture';

jest.setTimeout(60_000);

type Entry = Readonly<Record<string, unknown>>;

const OFFICE = 1;
const ALWAYS = 2;
const HOLIDAYS = 4;

/** An entry of a schedule, on whole days unless it says otherwise. */
const entry = (schedule: number, name: string, repeats: string, more: Entry = {}): Entry => ({
  ...{ schedule_id: schedule, name, repeats, starts_on: '2019-01-01', starts_at: '00:00:00', ends_on: '2019-01-01', ends_at: '23:59:59' },
  ...more,
});

/** An office that works on weekdays but for some holidays, and all hours; osTicket’s own zone holds where a schedule has none. */
async function fill({ insert }: Place): Promise<void> {
  await insert('ost_schedule', { id: OFFICE, flags: 1, name: 'Office', timezone: 'America/New_York' });
  await insert('ost_schedule', { id: ALWAYS, flags: 1, name: 'Always', timezone: null });
  await insert('ost_schedule', { id: HOLIDAYS, flags: 0, name: 'Holidays', timezone: null });
  await insert('ost_schedule', { id: 14, flags: 0, name: 'Of nobody', timezone: null });
  await insert('ost_config', { namespace: 'schedule.1', key: 'configuration', value: '{"holidays":["4"]}' });
  await insert('ost_config', { namespace: 'schedule.2', key: 'configuration', value: '{"holidays":[]}' });
  for (const one of [
    entry(OFFICE, 'Monday', 'weekly', { day: 1, starts_at: '08:30:00', ends_at: '17:00:00' }),
    entry(OFFICE, 'Saturday', 'weekly', { day: 6, starts_at: '22:00:00', ends_on: '2019-01-02', ends_at: '02:00:00', stops_on: '2026-06-30 12:00:00' }),
    entry(ALWAYS, 'Daily', 'daily'),
    // the day on which it was first written says nothing: it is the 25th of December
    entry(HOLIDAYS, 'Christmas', 'yearly', { starts_on: '2019-11-25', day: 25, month: 12 }),
    entry(HOLIDAYS, 'Third Monday of January', 'yearly', { day: 1, week: 3, month: 1 }),
    entry(HOLIDAYS, 'Last Monday of May', 'yearly', { day: 1, week: -1, month: 5 }),
    entry(HOLIDAYS, 'Leap day', 'yearly', { day: 29, month: 2 }),
    entry(HOLIDAYS, 'Retreat', 'never', { starts_on: '2026-09-10', ends_on: '2026-09-11' }),
    entry(HOLIDAYS, 'Former', 'yearly', { day: 1, month: 8, stops_on: '2026-12-31 00:00:00' }),
    entry(HOLIDAYS, 'Afternoon', 'never', { starts_on: '2026-12-24', ends_on: '2026-12-24', starts_at: '12:00:00', ends_at: '18:00:00' }),
    entry(14, 'Elsewhere', 'yearly', { day: 2, month: 2 }),
  ]) {
    await insert('ost_schedule_entry', one);
  }
}

describeWithMariadb('the hours of an osTicket', (server) => {
  async function after(tell: (place: Place, desk: Desk) => Promise<void>): Promise<Rows> {
    const opened = await openOsticket(server());
    try {
      await fill(opened.place);
      await opened.desk.open(1, '01-02 12:00:00');
      await tell(opened.place, opened.desk);
      return await opened.rows();
    } finally {
      await opened.close();
    }
  }
  const nothing = (): Promise<void> => Promise.resolve();

  it('are those of its schedules; what ends at 23:59:59 ends at 24:00, and a night belongs to its evening', async () => {
    const rows = await after(nothing);
    expect(rows.calendar).toEqual([
      { calendar_id: '1', name: 'Office', time_zone: 'America/New_York' },
      { calendar_id: '2', name: 'Always', time_zone: 'Europe/Amsterdam' },
    ]);
    expect(rows.calendar_hours.map((row) => [row.calendar_id, row.weekday, row.start, row.end, row.valid_to])).toEqual([
      ['1', 1, '08:30', '17:00', null],
      ['1', 6, '22:00', '02:00', '2026-07-01'],
      ...[1, 2, 3, 4, 5, 6, 7].map((day) => ['2', day, '00:00', '24:00', null]),
    ]);
  });

  it('have the holidays that hang on each schedule, as they come back: the first day of a list says nothing', async () => {
    const rows = await after(nothing);
    const years = new Map<string, unknown[]>();
    for (const { calendar_id: calendar, date, kind, start, end } of rows.calendar_exception) {
      const [year, day] = [String(date).slice(0, 4), String(date).slice(5)];
      years.set(year, [...(years.get(year) ?? []), [calendar, day, kind, start, end]]);
    }
    expect([...years.keys()]).toEqual(Array.from({ length: new Date().getUTCFullYear() + 11 - 2026 }, (_, i) => String(2026 + i)));
    const whole = (day: string): unknown[] => ['1', day, 'holiday', null, null];
    expect(years.get('2026')).toEqual([...['01-19', '05-25', '08-01', '09-10', '09-11'].map(whole), ['1', '12-24', 'break', '12:00', '18:00'], whole('12-25')]);
    expect(years.get('2028')).toEqual(['01-17', '02-29', '05-29', '12-25'].map(whole));
  });

  it('are a policy’s own, else osTicket’s', async () => {
    const rows = await after(async ({ insert }) => {
      await insert('ost_sla', { id: 2, name: 'Office', schedule_id: OFFICE, grace_period: 8 });
      await insert('ost_sla', { id: 3, name: 'Nothing', grace_period: 0 });
      await insert('ost_sla', { id: 4, name: 'By a list of holidays', schedule_id: HOLIDAYS, grace_period: 1 });
      await insert('ost_config', { namespace: 'core', key: 'schedule_id', value: String(ALWAYS) });
    });
    expect(rows.sla_target.map((row) => [row.policy_id, row.clock, row.target_seconds, row.calendar_id, row.pauses])).toEqual([
      ['1', 'close', 64_800, '2', false],
      ['2', 'close', 28_800, '1', false],
      ['4', 'close', 3600, '2', false],
    ]);
    expect(rows.ticket_event.filter(({ field }) => field === 'schedule')).toEqual([]);
  });

  it('are a department’s where the policy has none, from when the ticket came there', async () => {
    const rows = await after(async ({ insert, run }, desk) => {
      await run(`UPDATE ost_department SET schedule_id = ${OFFICE} WHERE id = 2`);
      await insert('ost_sla', { id: 2, name: 'Office', schedule_id: ALWAYS, grace_period: 8 });
      await desk.transfer(1, '01-02 13:00:00', 'bea', 2);
      await desk.open(2, '01-02 14:00:00', { dept_id: 2, sla_id: 2 });
    });
    expect(rows.sla_target.map((row) => [row.policy_id, row.calendar_id])).toEqual([
      ['1', '24-7'],
      ['2', '2'],
    ]);
    expect(rows.calendar_hours.filter(({ calendar_id: id }) => id === '24-7')).toHaveLength(7);
    expect(rows.ticket_event.filter(({ field }) => field === 'schedule').map((row) => [row.ticket_id, row.to_value])).toEqual([
      ['1', '24-7'],
      ['1', '1'],
    ]);
  });

  it('decide when a ticket is due: hours of a grace period, and not its holidays', async () => {
    const opened = await openOsticket(server(), async (desk) => {
      await desk.open(1, '03-13 16:00:00', { sla_id: 2 });
      await desk.open(2, '03-13 16:00:00', { sla_id: 2 });
      // New York is on summer time since the 8th
      await desk.become(1, '03-16 12:40:00', 'bea', 'closed');
      await desk.become(2, '03-16 13:10:00', 'bea', 'closed');
    });
    try {
      await fill(opened.place);
      await opened.place.insert('ost_sla', { id: 2, name: 'Office', schedule_id: OFFICE, grace_period: 1 });
      await opened.place.insert('ost_schedule_entry', entry(OFFICE, 'Friday', 'weekly', { day: 5, starts_at: '09:00:00', ends_at: '12:30:00' }));
      await opened.place.insert('ost_schedule_entry', entry(HOLIDAYS, 'A Saturday', 'never', { starts_on: '2026-03-14', ends_on: '2026-03-14' }));
      // half an hour on Friday, until 12:30 there; nothing of Saturday’s night; the other half from 8:30 on Monday, 12:30 of UTC
      expect(await opened.ask({ metric: 'sla_attainment' })).toEqual([[0.5]]);
    } finally {
      await opened.close();
    }
  });
});
