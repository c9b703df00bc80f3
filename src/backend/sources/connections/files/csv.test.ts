import { TICKETS, testFolder } from './folder.fixture';

const { write, load } = testFolder();

describe('a folder of CSV files', () => {
  it('reads tickets, with the defaults of columns that are absent or empty', async () => {
    write({
      'Ticket.CSV':
        'ticket_id,created_at,created_by,is_spam,tags,attributes,subject\nT1,2026-03-28T07:52:45.123Z,,,"[""a"",""b,c""]","{ ""plan"": 1.50 }","a ""quoted""\r\nline"\n',
    });
    const { ticket } = await load();
    expect(ticket).toEqual([
      expect.objectContaining({
        ticket_id: 'T1',
        created_at: '1774684365123',
        created_by: 'customer',
        is_spam: false,
        is_deleted: false,
        tags: ['a', 'b,c'],
        attributes: '{"plan":1.5}',
        subject: 'a "quoted"\r\nline',
        owner_id: null,
        closed_at: null,
      }),
    ]);
  });

  it.each<[string, string, number]>([
    ['with a zone', '2026-03-28T07:52:45.000Z', Date.UTC(2026, 2, 28, 7, 52, 45)],
    ['with an offset', '2026-03-28T07:52:45+02:00', Date.UTC(2026, 2, 28, 5, 52, 45)],
    ['with a negative offset', '2026-03-28 07:52:45-0530', Date.UTC(2026, 2, 28, 13, 22, 45)],
    ['without a zone, which is UTC', '2026-03-28 07:52:45.5', Date.UTC(2026, 2, 28, 7, 52, 45, 500)],
    ['a plain date', '2026-03-28', Date.UTC(2026, 2, 28)],
    ['finer than a millisecond, rounded down', '2026-03-28T07:52:45.123999Z', Date.UTC(2026, 2, 28, 7, 52, 45, 123)],
    ['before 1970, also rounded down', '1969-12-31T23:59:59.9995Z', -1],
  ])('reads an instant %s', async (_, written, expected) => {
    write({ 'ticket.csv': `ticket_id,created_at\nT1,${written}\n` });
    expect((await load()).ticket).toEqual([expect.objectContaining({ created_at: String(expected) })]);
  });

  it('takes columns in any order and case, passes over unknown files and columns, a byte order mark, blank lines and a missing last line end', async () => {
    write({
      'ticket.csv': '\ufeffextra,Created_At,TICKET_ID\r\nx,2026-01-01,T1\r\n\r\ny,2026-01-02,T2',
      'notes.txt': 'x',
      'other.csv': 'a\n1\n',
      'team.csv': 'team_id,name\n',
    });
    expect((await load()).ticket).toHaveLength(2);
  });

  it('keeps hostile texts as they are', async () => {
    const texts = ["'; DROP TABLE ticket; --", '$path', '\\', '%s', '漢字 🎫', 'a\u0000b', '=1+1', 'NULL', '""'];
    write({ 'ticket.csv': `ticket_id,created_at,subject\n${texts.map((text, i) => `${i},2026-01-01,"${text.replaceAll('"', '""')}"`).join('\n')}\n` });
    expect((await load()).ticket.map((row) => (row as { subject: string }).subject)).toEqual(texts);
  });

  it('reads hours, exceptions and targets', async () => {
    write({
      'ticket.csv': TICKETS,
      'calendar.csv': 'calendar_id,name,time_zone\n1,Office,Europe/Amsterdam\n',
      'calendar_hours.csv': 'calendar_id,weekday,start,end,valid_from\n1,1,09:00,24:00,2026-01-01\n1,7,22:00:00,06:00,\n',
      'calendar_exception.csv': 'calendar_id,date,kind\n1,2026-04-27,holiday\n',
      'sla_target.csv': 'policy_id,clock,priority,target_seconds\n1,close,,3600.5\n',
    });
    expect(await load()).toMatchObject({
      calendar_hours: [
        { weekday: 1, start: '09:00', end: '24:00', valid_from: '2026-01-01' },
        { weekday: 7, start: '22:00', end: '06:00', valid_from: null },
      ],
      calendar_exception: [{ date: '2026-04-27', kind: 'holiday', start: null }],
      sla_target: [{ target_seconds: 3600.5, pauses: false, priority: null }],
    });
  });
});
