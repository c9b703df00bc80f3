import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { loadFault, NEVER, testTarget } from '../../testing/target';
import { createFilesSource } from './files-source';

let folder = '';
beforeEach(() => {
  // a path that would be a pattern, or end a literal
  folder = join(mkdtempSync(join(tmpdir(), 'files-')), "it's [a] *folder*=1");
  mkdirSync(folder);
});
afterEach(() => rmSync(dirname(folder), { recursive: true }));

const write = (files: Record<string, string | Buffer>): void => {
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
  }
};
const source = () => createFilesSource({ path: folder });

/** Runs SQL in a DuckDB of its own, with `$folder` for the folder. */
async function duckdb(...statements: string[]): Promise<void> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'Asia/Tokyo'");
  for (const statement of statements) {
    await connection.run(statement.replaceAll('$folder', folder.replaceAll("'", "''")));
  }
  connection.closeSync();
  instance.closeSync();
}

async function load(): Promise<Record<string, unknown[]>> {
  const target = await testTarget();
  try {
    await source().load(target, NEVER, () => undefined);
    return await target.all();
  } finally {
    target.close();
  }
}

const TICKETS = 'ticket_id,created_at\nT1,2026-03-28T07:52:45.123Z\n';

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
    const texts = ["'; DROP TABLE ticket; --", '$path', '\\', '%s', '漢字 🎫', 'a\u0000b', ' lead', '=1+1', 'NULL', '""'];
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
        '"8" is not a whole number from 1 to 7',
        '"1.5" is not a whole number from 1 to 7',
        '"9:00" is not a time HH:MM, from 00:00 to 24:00',
        '"25:00" is not',
        '"24:01" is not',
        '"2026-3-1" is not a date',
        '"2026-02-30" is not a date',
      ],
    ],
    [
      'a number',
      { 'ticket.csv': TICKETS, 'sla_target.csv': 'policy_id,clock,target_seconds\n1,close,"1,5"\n2,close,nan\n' },
      ['"1,5" is not a number', '"nan" is not a number'],
    ],
    ['a boolean', { 'ticket.csv': 'ticket_id,created_at,is_spam\nT1,2026-01-01,maybe\n' }, ['"maybe" is not true or false']],
    [
      'tags and attributes',
      { 'ticket.csv': 'ticket_id,created_at,tags,attributes\nT1,2026-01-01,a;b,[1]\nT2,2026-01-01,[null],"{"\n' },
      ['"a;b" is not a list of texts, such as ["billing","urgent"]', '"[null]" is not a list', '"[1]" is not an object', '"{" is not an object'],
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
      'semicolons',
      { 'ticket.csv': 'ticket_id;created_at\nT1;2026-01-01\n' },
      ['no column "ticket_id", which is required. Its columns are parted by semicolons; a comma is expected.', 'no column "created_at"'],
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

  it('shows twenty problems over all files, and counts the rest', async () => {
    const bad = Array.from({ length: 3000 }, (_, i) => `T${i},yesterday`).join('\n');
    write({ 'ticket.csv': `ticket_id,created_at\nok,2026-01-01\n${bad}\n`, 'team.csv': 'team_id\n\n"x"\nx\n' });
    const { message = '', category } = (await loadFault(source())) ?? {};
    expect(category).toBe('schema');
    // team_id is an empty field in a file of one column
    expect(message.split('\n').slice(0, 1)).toEqual(['team.csv, row 1 (line 2), column "team_id": is empty, but it is required.']);
    expect(message.split('\n')).toHaveLength(21);
    expect(message).toContain('ticket.csv, row 2 (line 3), column "created_at": "yesterday"');
    expect(message).toMatch(/… and 2,981 more\.$/);
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

  it('refuses a link out of the folder', async () => {
    write({ 'ticket.csv': TICKETS });
    symlinkSync('/etc/passwd', join(folder, 'team.csv'));
    expect((await loadFault(source()))?.message).toBe('team.csv is a link that leads out of its folder.');
  });
});

describe('Parquet files', () => {
  it.each<[string, string, string]>([
    ['TIMESTAMP', "TIMESTAMP '2026-03-28 07:52:45.123456'", '1774684365123'],
    ['TIMESTAMPTZ', "TIMESTAMPTZ '2026-03-28 07:52:45.123+02'", '1774677165123'],
    ['TIMESTAMP_NS', "TIMESTAMP_NS '2026-03-28 07:52:45.123456789'", '1774684365123'],
    ['TIMESTAMP_MS', "TIMESTAMP_MS '2026-03-28 07:52:45.123'", '1774684365123'],
    ['DATE', "DATE '2026-03-28'", '1774656000000'],
    ['BIGINT milliseconds', '1774684365123::BIGINT', '1774684365123'],
    ['DOUBLE milliseconds', '1774684365123::DOUBLE', '1774684365123'],
    ['text', "'2026-03-28T09:52:45.123+02:00'", '1774684365123'],
  ])('reads an instant from %s', async (_, value, expected) => {
    await duckdb(`COPY (SELECT 'T1' AS ticket_id, ${value} AS created_at) TO '$folder/ticket.parquet'`);
    expect((await load()).ticket).toEqual([expect.objectContaining({ created_at: expected })]);
  });

  it('reads ids from numbers, tags from lists, attributes from structs, words from enums, times and dates', async () => {
    await duckdb(
      `COPY (SELECT * FROM (VALUES (7::INTEGER, TIMESTAMP '2026-01-01', 3.0::DOUBLE, 5.00::DECIMAL(9, 2), ['a', 'b'], {'plan': 'gold'}, 'bot'::ENUM('bot', 'agent'), 1::TINYINT, ''), (8, '2026-01-02', NULL, NULL, [], NULL, NULL, 0, 'x'))
        t(ticket_id, created_at, owner_id, team_id, tags, attributes, created_by, is_spam, subject)) TO '$folder/ticket.parquet'`,
      `COPY (SELECT uuid() AS calendar_id, 1 AS weekday, TIME '09:00' AS start, '17:30:00' AS "end", DATE '2026-01-01' AS valid_from, TIMESTAMP '2027-01-01' AS valid_to) TO '$folder/calendar_hours.parquet'`
    );
    expect(await load()).toMatchObject({
      ticket: [
        { ticket_id: '7', owner_id: '3', team_id: '5', tags: ['a', 'b'], attributes: '{"plan":"gold"}', created_by: 'bot', is_spam: true, subject: null },
        { ticket_id: '8', owner_id: null, tags: [], attributes: null, created_by: 'customer', is_spam: false, subject: 'x' },
      ],
      calendar_hours: [{ start: '09:00', end: '17:30', valid_from: '2026-01-01', valid_to: '2027-01-01' }],
    });
  });

  it('names row, column and value of what is wrong', async () => {
    await duckdb(
      `COPY (SELECT i AS ticket_id, CASE WHEN i = 70000 THEN 'infinity'::TIMESTAMP WHEN i = 5 THEN NULL ELSE TIMESTAMP '2026-01-01' END AS created_at FROM range(100000) t(i)) TO '$folder/ticket.parquet'`
    );
    expect((await loadFault(source()))?.message.split('\n')).toEqual([
      'ticket.parquet, row 6, column "created_at": is empty, but it is required.',
      'ticket.parquet, row 70001, column "created_at": "infinity" is not an instant, such as 2026-03-28T07:52:45.000Z.',
    ]);
  });

  it('refuses a type that no value can be read from', async () => {
    await duckdb(`COPY (SELECT 1 AS ticket_id, true AS created_at) TO '$folder/ticket.parquet'`);
    expect((await loadFault(source()))?.message).toBe(
      'ticket.parquet, row 1, column "created_at": "true" is not an instant, such as 2026-03-28T07:52:45.000Z.'
    );
  });
});

describe('a DuckDB file', () => {
  const file = () => join(folder, "the 'desk'.duckdb");
  const make = (...statements: string[]) => duckdb(`ATTACH '$folder/the ''desk''.duckdb' AS desk`, 'USE desk', ...statements, 'USE memory', 'DETACH desk');

  it('reads tables and views', async () => {
    await make(
      `CREATE TABLE raw AS SELECT 1 AS id, TIMESTAMPTZ '2026-01-01 00:00:00+09' AS made`,
      'CREATE VIEW "Ticket" AS SELECT id AS ticket_id, made AS created_at FROM raw',
      `CREATE TABLE team AS SELECT 'x' AS team_id`
    );
    const desk = createFilesSource({ path: file() });
    expect(await desk.inspect(NEVER)).toEqual([
      { name: 'team', columns: ['team_id'], rows: 1 },
      { name: 'ticket', columns: ['ticket_id', 'created_at'], rows: null },
    ]);
    const target = await testTarget();
    await desk.load(target, NEVER, () => undefined);
    expect(await target.rows('ticket')).toEqual([expect.objectContaining({ ticket_id: '1', created_at: String(Date.UTC(2025, 11, 31, 15)) })]);
    // nothing stays attached, and twice is once
    expect((await target.connection.runAndReadAll('SELECT database_name FROM duckdb_databases() WHERE NOT internal')).getRows()).toEqual([['memory']]);
    target.close();
  });

  it('says what is wrong, and which tables there are where there are no tickets', async () => {
    await make(`CREATE TABLE ticket AS SELECT 'T1' AS ticket_id, 'x' AS created_at`);
    expect((await loadFault(createFilesSource({ path: file() })))?.message).toContain(
      'the \'desk\'.duckdb, table "ticket", row 1, column "created_at": "x" is not an instant'
    );
    await make('DROP TABLE ticket', 'CREATE TABLE tickets AS SELECT 1 AS id');
    expect((await loadFault(createFilesSource({ path: file() })))?.message).toContain('has tickets, but no table "ticket".');
  });
});

it('inspects a folder: tables, columns, rows where they are cheap; and refuses it where a required column is missing', async () => {
  await duckdb(
    `COPY (SELECT i AS message_id, 1 AS ticket_id, now() AS sent_at, 'bot' AS author_kind, 1 AS other FROM range(10) t(i)) TO '$folder/message.parquet'`
  );
  write({ 'ticket.csv': TICKETS });
  expect(await source().inspect(NEVER)).toEqual([
    { name: 'ticket', columns: ['ticket_id', 'created_at'], rows: null },
    { name: 'message', columns: ['message_id', 'ticket_id', 'sent_at', 'author_kind'], rows: 10 },
  ]);
  write({ 'agent.csv': 'id,name\n' });
  await expect(source().inspect(NEVER)).rejects.toMatchObject({ category: 'schema', message: 'agent.csv has no column "agent_id", which is required.' });
});

it.each(['CSV', 'Parquet', 'DuckDB'])('reads %s in a DuckDB that is locked down to the folder', async (format) => {
  await duckdb(
    format === 'Parquet' ? `COPY (SELECT 1 AS ticket_id, now() AS created_at) TO '$folder/ticket.parquet'` : `ATTACH '$folder/desk.duckdb' AS desk`,
    ...(format === 'DuckDB' ? ['CREATE TABLE desk.ticket AS SELECT 1 AS ticket_id, now() AS created_at', 'DETACH desk'] : [])
  );
  if (format === 'CSV') {
    write({ 'ticket.csv': TICKETS });
  }
  const path = format === 'DuckDB' ? join(folder, 'desk.duckdb') : folder;
  for (const [allowed, expected] of [
    [folder, null],
    ['/usr', 'is not in a folder that the Grafana administrator allows'],
  ] as const) {
    const target = await testTarget();
    for (const statement of [
      `SET allowed_directories = ['${allowed.replaceAll("'", "''")}']`,
      'SET enable_external_access = false',
      'SET lock_configuration = true',
    ]) {
      await target.connection.run(statement);
    }
    const loading = createFilesSource({ path }).load(target, NEVER, () => undefined);
    if (expected === null) {
      await loading;
      expect(await target.rows('ticket')).toHaveLength(1);
    } else {
      await expect(loading).rejects.toMatchObject({ category: 'config', message: expect.stringContaining(expected) as unknown });
    }
    target.close();
  }
});

it('tells progress, and stops when asked to', async () => {
  await duckdb(`COPY (SELECT i AS ticket_id, now() AS created_at, repeat('x', 100) || i AS subject FROM range(1000000) t(i)) TO '$folder/ticket.parquet'`);
  const target = await testTarget();
  const seen: unknown[] = [];
  const abort = new AbortController();
  const began = performance.now();
  const loading = source().load(target, abort.signal, (progress) => {
    seen.push(progress);
    setTimeout(() => abort.abort(new Error('enough')), 20);
  });
  await expect(loading).rejects.toThrow('enough');
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(seen).toEqual([{ table: 'ticket', rows: 0, total: 1_000_000 }]);
  target.close();
});
