import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { loadFault } from '../../testing/target';
import { createFilesSource } from './files-source';
import { TICKETS, testFolder } from './folder.fixture';

const { path, write, source } = testFolder();
let folder = '';
beforeEach(() => {
  folder = path();
});

describe('what is wrong in a file is said with file, row, column and value', () => {
  const message = 'message_id,ticket_id,sent_at,author_kind\n';
  it.each<[string, Record<string, string | Buffer>, string[]]>([
    [
      'an instant',
      { 'ticket.csv': 'ticket_id,subject,created_at\nT1,"two\nlines",2026-01-01\nT2,x,2026-13-01\n' },
      ['ticket.csv, row 2 (line 4), column "created_at": "2026-13-01" is not an instant, such as 2026-03-28T07:52:45.000Z.'],
    ],
    [
      'a word',
      { 'ticket.csv': TICKETS, 'message.csv': `${message}M1,T1,2026-01-01,custommer\n` },
      ['message.csv, row 1 (line 2), column "author_kind": "custommer" is not one of customer, agent, bot, system. Did you mean "customer"?'],
    ],
    [
      'a status, of a ticket and of an event that changes it: not of other events',
      {
        'ticket.csv': 'ticket_id,created_at,status\nT1,2026-01-01,\nT2,2026-01-01,clsed\n',
        'ticket_event.csv':
          'event_id,ticket_id,at,field,from_value,to_value\nE1,T1,2026-01-01,status,,open\nE2,T1,2026-01-01,owner,solved,pending\nE3,T1,2026-01-01,status,onhold,solved\n',
      },
      [
        'ticket.csv, row 2 (line 3), column "status": "clsed" is not one of new, open, waiting_customer, on_hold, closed, merged, spam. Did you mean "closed"?',
        'ticket_event.csv, row 3 (line 4), column "from_value": "onhold" is not one of new, open, waiting_customer, on_hold, closed, merged, spam. Did you mean "on_hold"?',
        'ticket_event.csv, row 3 (line 4), column "to_value": "solved" is not one of new, open, waiting_customer, on_hold, closed, merged, spam.',
      ],
    ],
    [
      'a calendar that nobody has, of a target, an agent and a schedule: not of other events',
      {
        'ticket.csv': TICKETS,
        'calendar.csv': 'calendar_id,time_zone\noffice,UTC\n',
        'sla_target.csv': 'policy_id,clock,target_seconds,calendar_id\np,close,60,ofice\np,first_reply,60,office\np,next_reply,60,\n',
        'agent.csv': 'agent_id,calendar_id\na1,nights\n',
        'ticket_event.csv': 'event_id,ticket_id,at,field,from_value,to_value\nE1,T1,2026-01-01,owner,a1,a2\nE2,T1,2026-01-01,schedule,office,9\n',
      },
      [
        'sla_target.csv, row 1 (line 2), column "calendar_id": "ofice" is not in calendar, nor in the settings’ calendars. Did you mean "office"?',
        'agent.csv, row 1 (line 2), column "calendar_id": "nights" is not in calendar, nor in the settings’ calendars. One of: office.',
        'ticket_event.csv, row 2 (line 3), column "to_value": "9" is not in calendar, nor in the settings’ calendars. One of: office.',
      ],
    ],
    [
      'a required value',
      { 'ticket.csv': 'ticket_id,created_at\n,2026-01-01\nT2,""\n' },
      [
        'ticket.csv, row 1 (line 2), column "ticket_id": is empty, but it is required.',
        'ticket.csv, row 2 (line 3), column "created_at": is empty, but it is required.',
      ],
    ],
    [
      'numbers, weekdays, times, dates',
      { 'ticket.csv': TICKETS, 'calendar_hours.csv': 'calendar_id,weekday,start,end,valid_from\n1,8,9:00,25:00,2026-3-1\n1,1.5,10:00,24:01,2026-02-30\n' },
      [
        '"8" is not a whole number from 1 to 7. 1 is Monday, 7 is Sunday. 2 rows have such a value in this column: "8" (1), "1.5" (1).',
        '"9:00" is not a time HH:MM, from 00:00 to 24:00',
        '"25:00" is not a time HH:MM, from 00:00 to 24:00. 2 rows have such a value in this column: "25:00" (1), "24:01" (1).',
        '"2026-3-1" is not a date, such as 2026-03-28. 2 rows have such a value in this column: "2026-3-1" (1), "2026-02-30" (1).',
      ],
    ],
    [
      'a number',
      { 'ticket.csv': TICKETS, 'sla_target.csv': 'policy_id,clock,target_seconds\n1,close,"1,5"\n2,close,nan\n' },
      ['"1,5" is not a number', '"nan" is not a number'],
    ],
    [
      'a target of less than no time',
      { 'ticket.csv': TICKETS, 'sla_target.csv': 'policy_id,clock,target_seconds\n1,close,-3600\n2,close,0\n' },
      ['sla_target.csv, row 1 (line 2), column "target_seconds": "-3600" is not a number from 0 to 999999999999.'],
    ],
    [
      'what changed, as others call it',
      { 'ticket.csv': TICKETS, 'ticket_event.csv': 'event_id,ticket_id,at,field,to_value\nE1,T1,2026-01-01,Assignee,3\n' },
      ['handover. Did you mean "owner"?'],
    ],
    [
      'a score and its scale',
      {
        'ticket.csv': TICKETS,
        'survey.csv': 'survey_id,kind,scale_min,scale_max,score\nS1,csat,1,5,9\nS2,csat,1,5,0\nS3,csat,1,5,5\nS4,csat,5,1,3\nS5,csat,1,1,1\nS6,csat,1,5,\n',
      },
      [
        'survey.csv, row 4 (line 5), column "scale_max": "1" is not above scale_min (5). 2 rows have such a value in this column: "1" (2).',
        'survey.csv, row 1 (line 2), column "score": "9" lies outside its scale, from scale_min (1) to scale_max (5). 2 rows have such a value in this column: "9" (1), "0" (1).',
      ],
    ],
    ['a boolean', { 'ticket.csv': 'ticket_id,created_at,is_spam\nT1,2026-01-01,maybe\n' }, ['"maybe" is not true or false']],
    [
      'tags and attributes',
      { 'ticket.csv': 'ticket_id,created_at,tags,attributes\nT1,2026-01-01,a;b,[1]\nT2,2026-01-01,[null],"{"\n' },
      [
        '"a;b" is not a list of texts, such as ["billing","urgent"]. 2 rows have such a value in this column: "a;b" (1), "[null]" (1).',
        '"[1]" is not an object, such as {"plan":"gold"}. 2 rows have such a value in this column: "[1]" (1), "{" (1).',
      ],
    ],
    [
      'a time zone',
      { 'ticket.csv': TICKETS, 'calendar.csv': 'calendar_id,time_zone\n1,UTC\n2,Europe/Amsterdm\n' },
      ['calendar.csv, row 2 (line 3), column "time_zone": "Europe/Amsterdm" is not an IANA time zone. Did you mean "Europe/Amsterdam"?'],
    ],
    [
      'a key',
      { 'ticket.csv': 'ticket_id,created_at\nT1,2026-01-01\nT2,2026-01-01\nT1,2026-01-02\n' },
      ['ticket.csv, row 1 (line 2) and row 3 (line 4): the key ticket_id "T1" stands twice.'],
    ],
    [
      'a key of several parts',
      { 'ticket.csv': TICKETS, 'team_member.csv': 'team_id,agent_id,from\n1,2,2026-01-01\n1,2,\n1,2,2026-01-01T00:00:00Z\n1,2,\n' },
      [
        'row 1 (line 2) and row 3 (line 4): the key team_id "1", agent_id "2", from "2026-01-01T00:00:00.000Z" stands twice.',
        'agent_id "2", from (empty) stands twice.',
      ],
    ],
    [
      'a required column',
      { 'ticket.csv': 'ticket_id,creatd_at\nT1,2026-01-01\n' },
      ['ticket.csv has no column "created_at", which is required. It has "creatd_at": did you mean "created_at"?'],
    ],
    [
      'a line before the header',
      { 'ticket.csv': '# export 2026\nticket_id,created_at\nT1,2026-01-01\n' },
      [
        'ticket.csv has no column "ticket_id", which is required. Its first line is "# export 2026": the names of the columns are expected there, and nothing before them.',
        'no column "created_at"',
      ],
    ],
    [
      'a comment',
      { 'ticket.csv': 'ticket_id,created_at\nT1,2026-01-01\n# the end\n' },
      ['ticket.csv, line 3: the row has 1 field, but the header has 2. A line that begins with # is no comment in CSV: remove it.'],
    ],
    [
      'Windows-1252',
      { 'ticket.csv': Buffer.from('ticket_id,created_at,subject\nT1,2026-01-01,caf\xe9\n', 'latin1') },
      ['ticket.csv, line 2: the text is not UTF-8. It is probably Windows-1252 (the column "subject"): save the file as UTF-8, which Excel calls “CSV UTF-8”.'],
    ],
    [
      'half of UTF-16',
      { 'ticket.csv': Buffer.concat([Buffer.from('\ufeffticket_id,created_at\nT1,2026-01-01\n', 'utf16le'), Buffer.from([0x3d, 0xd8, 0x41])]) },
      ['ticket.csv begins as UTF-16 does, but is not UTF-16 throughout: save it as UTF-8.'],
    ],
    [
      'instants in other people’s ways',
      {
        'ticket.csv':
          'ticket_id,created_at\n1,01/05/2024 10:00\n2,05.01.2024 10:00\n3,5-Jan-2024 10:00\n4,"Fri, 05 Jan 2024 10:00:00 GMT"\n5,2024-01-05 10:00 AM\n6,45296.4167\n7,20240105100000\n8,01/05/24\n9,2024-01-05 10:00:00 CET\n10,0\n11,-5\n',
      },
      [
        '"01/05/2024 10:00" is not an instant, such as 2026-03-28T07:52:45.000Z. Nobody can tell its day from its month: write the year first, as in 2026-03-28. 3 rows have such a value in this column: "01/05/2024 10:00" (1), "05.01.2024 10:00" (1), "01/05/24" (1).',
        '"5-Jan-2024 10:00" is not an instant, such as 2026-03-28T07:52:45.000Z. Write the month as a number and the year first, as in 2026-03-28. 2 rows have such a value in this column: "5-Jan-2024 10:00" (1), "Fri, 05 Jan 2024 10:00:00 GMT" (1).',
        '"2024-01-05 10:00 AM" is not an instant, such as 2026-03-28T07:52:45.000Z. Write the hour from 00 to 23',
        '"45296.4167" is not an instant, such as 2026-03-28T07:52:45.000Z. It looks like a spreadsheet’s count of days: give the column there the format yyyy-mm-dd hh:mm:ss and save the file again. 2 rows have such a value in this column: "45296.4167" (1), "0" (1).',
        '"20240105100000" is not an instant, such as 2026-03-28T07:52:45.000Z. Write it with its signs, as in 2026-03-28T07:52:45Z.',
        '"2024-01-05 10:00:00 CET" is not an instant, such as 2026-03-28T07:52:45.000Z. Write the zone as an offset, such as +01:00, or as Z; where none is written, the setting source.databaseTimeZone',
        '"-5" is not an instant, such as 2026-03-28T07:52:45.000Z. A number is read as an instant where',
      ],
    ],
    [
      'zones and hours in other people’s ways',
      {
        'ticket.csv': TICKETS,
        'calendar.csv': 'calendar_id,time_zone\n1,Pacific Time (US & Canada)\n2,GMT+1\n3,+02:00\n4,UTC+05:30\n5,W. Europe Standard Time\n',
        'calendar_hours.csv': 'calendar_id,weekday,start,end\n1,0,09:00 AM,17:00\n1,Tuesday,9:00,17:00\n',
      },
      [
        '"Pacific Time (US & Canada)" is not an IANA time zone. Did you mean "America/Los_Angeles"?',
        '"GMT+1" is not an IANA time zone. An offset knows no summer time: name a place, such as Europe/Paris or Asia/Kolkata, or Etc/GMT-1 where clocks never change (its sign is turned round).',
        '"+02:00" is not an IANA time zone. An offset knows no summer time: name a place, such as Europe/Paris or Asia/Kolkata, or Etc/GMT-2',
        '"UTC+05:30" is not an IANA time zone. An offset knows no summer time: name a place, such as Europe/Paris or Asia/Kolkata.',
        '"W. Europe Standard Time" is not an IANA time zone. Did you mean "Europe/Berlin"?',
        '"0" is not a whole number from 1 to 7. 1 is Monday, 7 is Sunday. 2 rows have such a value in this column: "0" (1), "Tuesday" (1).',
        '"09:00 AM" is not a time HH:MM, from 00:00 to 24:00. Write the hour from 00 to 23, without AM and PM.',
        '"9:00" is not a time HH:MM, from 00:00 to 24:00. Write the hour with two digits, as in 09:00.',
      ],
    ],
    [
      'words of other helpdesks',
      {
        'ticket.csv': TICKETS,
        'ticket_event.csv':
          'event_id,ticket_id,at,field,from_value,to_value\n1,T1,2026-01-01,status,open,solved\n2,T1,2026-01-01,status,NULL,pending\n3,T1,2026-01-01,owner,Closed,solved\n4,T1,2026-01-01,status,clsed,\n',
      },
      [
        'ticket_event.csv, row 4 (line 5), column "from_value": "clsed" is not one of new, open, waiting_customer, on_hold, closed, merged, spam. Did you mean "closed"?',
        'ticket_event.csv, row 1 (line 2), column "to_value": "solved" is not one of new, open, waiting_customer, on_hold, closed, merged, spam. Did you mean "closed"? 2 rows have such a value in this column: "solved" (1: write closed), "pending" (1: write waiting_customer).',
      ],
    ],
    ['a column twice', { 'ticket.csv': 'ticket_id,created_at,Created_at\nT1,2026-01-01,2026-01-01\n' }, ['ticket.csv has more than one column "created_at".']],
    ['an empty file', { 'ticket.csv': TICKETS, 'team.csv': '' }, ['team.csv is empty: a header is expected on its first line.']],
    ['a short row', { 'ticket.csv': 'ticket_id,created_at\nT1,2026-01-01\nT2\n' }, ['ticket.csv, line 3: the row has 1 field, but the header has 2.']],
    ['a long row', { 'ticket.csv': 'ticket_id,created_at\nT1,2026-01-01,x,y\n' }, ['ticket.csv, line 2: the row has 4 fields, but the header has 2.']],
    [
      'an open quote',
      { 'ticket.csv': 'ticket_id,created_at\nT1,"2026-01-01\nT2,2026-01-01\n' },
      ['ticket.csv, line 2: a quoted field that begins in this row is never closed.'],
    ],
    ['text after a quote', { 'ticket.csv': 'ticket_id,created_at\nT1,"2026-01-01"x\n' }, ['ticket.csv, line 2: there is text after a closing quote.']],
    [
      'another encoding',
      { 'ticket.csv': Buffer.from('ticket_id,created_at\nT1,2026-01-01\ncafé,2026-01-01\n', 'latin1') },
      ['ticket.csv, line 3: the text is not UTF-8.'],
    ],
    ...['\xed\xa0\x80', '\xe0\x80\x80', '\xf0\x80\x80\x80', '\xf4\x90\x80\x80', '\xc3'].map((bytes): [string, Record<string, Buffer>, string[]] => [
      'what looks like UTF-8, but is not',
      { 'ticket.csv': Buffer.from(`ticket_id,created_at\nT1,2026-01-01\n${bytes},2026-01-01\n`, 'latin1') },
      ['ticket.csv, line 3: the text is not UTF-8.'],
    ]),
    [
      'mixed line ends',
      { 'ticket.csv': 'ticket_id,created_at\nT1,2026-01-01\r\nT2,2026-01-01\n' },
      ['ticket.csv, line 2: the line ends otherwise than the lines before (CR LF and LF are mixed).'],
    ],
    ['no Parquet', { 'ticket.csv': TICKETS, 'message.parquet': 'PAR1 but no' }, ['message.parquet is damaged or not a Parquet file.']],
    [
      'two formats',
      { 'ticket.csv': TICKETS, 'message.csv': message, 'message.parquet': 'x' },
      ['The table "message" is there more than once: message.csv and message.parquet.'],
    ],
    ['no tickets', { 'tickets.csv': TICKETS }, ['holds tickets.csv (did you mean "ticket" by "tickets"?), but no ticket.csv and no ticket.parquet.']],
    ['nothing', {}, ['is empty: it has no files, but no ticket.csv']],
  ])('%s', async (_, files, expected) => {
    write(files);
    const fault = await loadFault(source());
    for (const sentence of expected) {
      expect(fault?.message).toContain(sentence);
    }
    expect(fault?.message.split('\n')).toHaveLength(expected.length);
  });

  it('tells each column once, with how many rows have which value', async () => {
    const bad = Array.from({ length: 3000 }, (_, i) => `T${i},${i % 3 === 0 ? 'today' : 'yesterday'},${['solved', 'pending', 'x', 'open'][i % 4]}`).join('\n');
    write({ 'ticket.csv': `ticket_id,created_at,status\nok,2026-01-01,new\n${bad}\n`, 'team.csv': 'team_id\n\n"x"\nx\n' });
    const { message = '', category } = (await loadFault(source())) ?? {};
    expect(category).toBe('schema');
    // team_id is an empty field in a file of one column
    expect(message.split('\n')).toEqual([
      'team.csv, row 1 (line 2), column "team_id": is empty, but it is required.',
      'ticket.csv, row 3 (line 4), column "created_at": "yesterday" is not an instant, such as 2026-03-28T07:52:45.000Z. 3,000 rows have such a value in this column: "yesterday" (2,000), "today" (1,000).',
      'ticket.csv, row 2 (line 3), column "status": "solved" is not one of new, open, waiting_customer, on_hold, closed, merged, spam. Did you mean "closed"? 2,250 rows have such a value in this column: "solved" (750: write closed), "pending" (750: write waiting_customer), "x" (750).',
    ]);
  });

  it('tells a calendar that nobody has once, with how many rows name it', async () => {
    const agents = Array.from({ length: 30 }, (_, i) => `a${i},${i < 10 ? 'office' : 'night'}`).join('\n');
    write({ 'ticket.csv': TICKETS, 'agent.csv': `agent_id,calendar_id\n${agents}\n` });
    const { message = '' } = (await loadFault(source())) ?? {};
    expect(message.split('\n').map((line) => line.replace(/^.*column/, ''))).toEqual([
      ' "calendar_id": "night" is not in calendar, nor in the settings’ calendars. 20 rows name it.',
      ' "calendar_id": "office" is not in calendar, nor in the settings’ calendars. 10 rows name it.',
    ]);
  });

  it.each<[string, () => string, string]>([
    ['a path with nothing', () => join(folder, 'gone'), 'There is nothing at'],
    [
      'a CSV file',
      () => {
        write({ 'ticket.csv': TICKETS });
        return join(folder, 'ticket.csv');
      },
      'is a file, but not a DuckDB database.',
    ],
    [
      'a damaged DuckDB file',
      () => {
        write({ 'x.duckdb': Buffer.concat([Buffer.alloc(8), Buffer.from('DUCK'), Buffer.alloc(20_000, 1)]) });
        return join(folder, 'x.duckdb');
      },
      'is damaged or not a DuckDB database',
    ],
  ])('%s', async (_, path, expected) => {
    expect(await loadFault(createFilesSource({ path: path() }))).toMatchObject({ category: 'config', message: expect.stringContaining(expected) as unknown });
  });

  it('names no folder that lies beside what it looked for', async () => {
    mkdirSync(join(folder, 'org2.secret-desk'));
    expect((await loadFault(source()))?.message).toBe(`The folder "${folder}" has folders only, and no files, but no ticket.csv and no ticket.parquet.`);
    write({ 'tickets.txt': '' });
    expect((await loadFault(source()))?.message).toContain('holds tickets.txt (did you mean "ticket" by "tickets"?), but');
  });

  it('refuses a link out of the folder', async () => {
    write({ 'ticket.csv': TICKETS });
    symlinkSync('/etc/passwd', join(folder, 'team.csv'));
    expect((await loadFault(source()))?.message).toBe('team.csv is a link that leads out of its folder.');
  });
});
