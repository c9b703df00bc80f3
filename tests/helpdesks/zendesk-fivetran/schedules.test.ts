import { RAILS_ZONES } from '../../../src/backend/calendar/foreign-zones';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { at, BEA } from './desk';
import { eventsOf, openZendesk, rowsAfter } from './opened.fixture';

jest.setTimeout(60_000);

it('every zone that Rails has a name for is one that we know', () => {
  expect(Object.keys(RAILS_ZONES)).toHaveLength(151);
  for (const zone of Object.values(RAILS_ZONES)) {
    expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
  }
});

describeWithPostgres('the schedules of a Zendesk', (server) => {
  it('are local, in the zone that Rails calls otherwise, whatever the columns in UTC say', async () => {
    const opened = await openZendesk(server());
    try {
      const { desk } = opened;
      await desk.schedule(9001, 'Europe', 'Amsterdam', [9, 17]);
      // summer time begins on 29 March: nine o’clock is 08:00 UTC before, 07:00 UTC after
      await desk.ticket(1, at('03-27 07:30:00'));
      await desk.comment(1, at('03-27 08:30:00'), BEA);
      await desk.ticket(2, at('03-30 06:30:00'));
      await desk.comment(2, at('03-30 07:30:00'), BEA);
      expect((await opened.rows()).calendar).toEqual([{ calendar_id: '9001', name: 'Europe', time_zone: 'Europe/Amsterdam' }]);
      expect(await opened.ask({ metric: 'time_to_first_response', hours: 'sla', statistics: ['min', 'max'] })).toEqual([[1800, 1800]]);
    } finally {
      await opened.close();
    }
  });

  it('are cut at midnight, so that a holiday closes whole days, also the end of a shift that began the day before', async () => {
    const rows = await rowsAfter(server(), async ({ place }) => {
      const row = { id: 9003, name: 'Nights', time_zone: 'Europe/Kiev', created_at: at('01-01 00:00:00') };
      // Saturday 22:00 to Sunday 06:00, as the end of the week has it; Monday 20:30 to Tuesday 04:15
      await place.insert('schedule', { ...row, start_time: 6 * 1440 + 22 * 60, end_time: 7 * 1440 + 6 * 60 });
      await place.insert('schedule', { ...row, start_time: 1440 + 20 * 60 + 30, end_time: 2 * 1440 + 4 * 60 + 15 });
      await place.insert('schedule_holiday', { id: 1, schedule_id: 9003, name: 'Three days', start_date: '2026-04-04', end_date: '2026-04-06' });
      await place.insert('schedule_holiday', {
        id: 2,
        schedule_id: 9003,
        name: 'No more',
        start_date: '2026-05-01',
        end_date: '2026-05-01',
        _fivetran_deleted: true,
      });
      await place.insert('schedule_holiday', { id: 3, schedule_id: 9009, name: 'Of none', start_date: '2026-05-02', end_date: '2026-05-02' });
    });
    expect(rows.calendar).toMatchObject([{ time_zone: 'Europe/Kiev' }]);
    expect(rows.calendar_hours.map(({ weekday, start, end }) => [weekday, start, end])).toEqual([
      [1, '20:30', '24:00'],
      [2, '00:00', '04:15'],
      [6, '22:00', '24:00'],
      [7, '00:00', '06:00'],
    ]);
    expect(rows.calendar_exception.map(({ date, kind }) => [date, kind])).toEqual([
      ['2026-04-04', 'holiday'],
      ['2026-04-05', 'holiday'],
      ['2026-04-06', 'holiday'],
    ]);
  });

  it('are those of the ticket: the first that was made, until a trigger gives it another; one that was deleted stays for those who had it', async () => {
    const rows = await rowsAfter(server(), async ({ desk, place }) => {
      await desk.schedule(9000, 'Old', 'London', [9, 12], { _fivetran_deleted: true });
      await desk.schedule(9002, 'America', 'Eastern Time (US & Canada)', [8, 18]);
      await desk.schedule(9001, 'Europe', 'Amsterdam', [9, 17]);
      // an hour that the schedule no longer has
      await desk.schedule(9001, 'Europe', 'Amsterdam', [20, 21], { _fivetran_deleted: true });
      await desk.ticket(1, at('03-02 09:00:00'));
      await desk.ticket(2, at('03-02 09:00:00'));
      for (const [schedule, when] of [
        [9002, '03-02 10:00:00'],
        [9000, '03-02 11:00:00'],
        [9999, '03-02 12:00:00'],
      ] as const) {
        await place.insert('ticket_schedule', { ticket_id: 2, schedule_id: schedule, created_at: at(when) });
      }
    });
    expect(eventsOf(rows, 'schedule').map(([when, to]) => [when, to])).toEqual([
      ['03-02 09:00:00', '9001'],
      ['03-02 09:00:00', '9001'],
      ['03-02 10:00:00', '9002'],
      ['03-02 11:00:00', '9000'],
    ]);
    expect(rows.calendar.map(({ calendar_id: id }) => id)).toEqual(['9000', '9001', '9002']);
    expect(rows.calendar_hours.filter((row) => row.calendar_id === '9001').map(({ start }) => start)).toEqual(Array(5).fill('09:00'));
  });
});
