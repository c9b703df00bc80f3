import { cp } from 'node:fs/promises';
import { join } from 'node:path';

import type { ClientSettings, PluginClient } from '../../tools/door/client';
import { type Built, openBuilt } from '../built';
import { until } from '../until';

/** Files as people exported them, each read by the built backend: what it takes from them, or what it says to do. */

jest.setTimeout(60_000);

let built: Built;
let client: PluginClient;
let opened = 0;
beforeAll(async () => {
  built = openBuilt();
  client = await built.start({ uid: 'none', jsonData: {} });
});
afterAll(() => built.close());

const RANGE = { fromMs: Date.parse('1960-01-01T00:00:00Z'), toMs: Date.parse('2100-01-01T00:00:00Z') };

interface Import {
  readonly settings: ClientSettings;
  /** What “Save & test” says once all is read, or why nothing could be. */
  readonly said: string;
}

/** A data source of files as they came, `source` and `more` being settings of it. */
async function opens(folder: string, { source = {}, ...more }: { readonly source?: object; readonly [setting: string]: unknown } = {}): Promise<Import> {
  const name = `${folder}-${++opened}`;
  await cp(join(__dirname, 'imports', folder), join(built.folder, name), { recursive: true });
  const settings = built.files(name, {
    store: { memoryLimit: '256MB', threads: 1 },
    ...more,
    source: { type: 'files', path: join(built.folder, name), ...source },
  });
  let failed = '';
  if ((await client.health({ settings })).ok) {
    await until(async () => {
      const { phase, lastError } = (await client.resource('status', 'GET', undefined, { settings })).body as { phase: string; lastError: string };
      failed = phase === 'failed' ? lastError : '';
      return phase === 'ready' || phase === 'failed';
    }, 'the load of an import');
  }
  return { settings, said: failed || (await client.health({ settings })).message };
}

/** The values of a metric's rows or groups by the names of their columns, and its notices. */
async function ask({ settings }: Import, query: object): Promise<{ readonly values: Record<string, unknown>; readonly notices: string }> {
  const answer = (await client.query([{ refId: 'A', json: query, ...RANGE }], { settings })).get('A');
  const fields = answer?.frames[0]?.fields ?? [];
  const values = Object.fromEntries(fields.map(({ name, values: [first] }) => [name, first]));
  return {
    values: answer?.status === 200 ? values : { error: answer?.error },
    notices: (answer?.frames[0]?.meta.notices ?? []).map(({ text }) => text).join('\n'),
  };
}

const TEN = Date.UTC(2024, 0, 5, 10);
const HOUR = 3_600_000;
const opens1 = async (one: Import) => (await ask(one, { metric: 'opened', kind: 'records' })).values.created_at;

it.each<[string, string, number]>([
  ['d01_utc_suffix', '“UTC” at its end', TEN],
  ['d02_naive', 'no zone, which is UTC', TEN],
  ['d03_epoch_ms', 'milliseconds since 1970', TEN],
  ['d04_epoch_s', 'seconds since 1970', TEN],
  ['d08_offset_nocolon', 'an offset without a colon', TEN - 2 * HOUR],
  ['d09_offset_space', 'a space before its offset', TEN - 2 * HOUR],
  ['d12_dateonly', 'a date alone', TEN - 10 * HOUR],
  ['d17_hubspot', 'no seconds and no zone', TEN],
  ['d18_gmt', '“GMT” at its end', TEN],
  ['d21_lowercase', 'small letters', TEN],
  ['d22_negoff', 'an offset of hours alone', TEN + 5 * HOUR],
  ['d25_z_space', 'a space before its Z', TEN],
  ['d27_hm_z', 'no seconds, but a Z', TEN],
  ['p1_epoch_s', 'seconds since 1970, in Parquet', TEN],
  ['p2_epoch_ms', 'milliseconds since 1970, in Parquet', TEN],
  ['p5_float_s', 'seconds since 1970 with a fraction, in Parquet', TEN + 500],
  ['f02_semicolon', 'semicolons around it', TEN],
  ['f05_utf16', 'UTF-16 around it', TEN],
  ['f06_tab', 'tabs around it', TEN],
  ['f15_sep_line', 'a line sep=, above it', TEN],
  ['f43_spaces_after_comma', 'a space before it', TEN],
])('%s: an instant with %s is read', async (folder, _, expected) => {
  const one = await opens(folder);
  expect({ at: await opens1(one), said: one.said }).toEqual({ at: expected, said: expect.stringMatching(/^Connected: 1 tickets/) as unknown });
});

it('instants without a zone are those of the source’s, where the settings say it', async () => {
  for (const folder of ['d02_naive', 'd17_hubspot']) {
    expect(await opens1(await opens(folder, { source: { databaseTimeZone: 'Asia/Tokyo' } }))).toBe(TEN - 9 * HOUR);
  }
  expect(await opens1(await opens('d27_hm_z', { source: { databaseTimeZone: 'Asia/Tokyo' } }))).toBe(TEN);
});

it.each([
  ['d04_epoch_s', 'Numbers are read as seconds since 1970: ticket.created_at.'],
  ['p1_epoch_s', 'Numbers are read as seconds since 1970: ticket.created_at.'],
  ['p2_epoch_ms', 'Numbers are read as milliseconds since 1970: ticket.created_at.'],
  ['d02_naive', 'Instants without a time zone are read as UTC, by the setting source.databaseTimeZone: ticket.created_at.'],
])('%s: “Save & test” says how instants were read', async (folder, sentence) => expect((await opens(folder)).said).toContain(sentence));

it.each([
  ['d05_us_slash', 'write the year first'],
  ['d06_eu', 'write the year first'],
  ['d29_dayfirst', 'write the year first'],
  ['d30_month', 'Write the month as a number'],
  ['d13_rfc', 'Write the month as a number'],
  ['d11_ampm', 'Write the hour from 00 to 23'],
  ['d24_excel', 'a spreadsheet’s count of days'],
  ['f03_cp1252', 'It is probably Windows-1252 (the column "subject"): save the file as UTF-8'],
  ['f14_comment_line', 'Its first line is "# export 2024": the names of the columns are expected there'],
  ['f34_rails_zone', 'Did you mean "America/Los_Angeles"?'],
  ['f34_rails_zone', '"0" is not a whole number from 1 to 7. 1 is Monday, 7 is Sunday.'],
  ['f35_zone_abbr', '"GMT+1" is not an IANA time zone. An offset knows no summer time'],
  ['f35_zone_abbr', '"UTC+02:00" is not an IANA time zone. An offset knows no summer time'],
  ['f35_zone_abbr', '"+02:00" is not an IANA time zone. An offset knows no summer time'],
])('%s: what is refused says what to do: %s', async (folder, sentence) => expect((await opens(folder)).said).toContain(sentence));

describe('columns and files that nobody reads', () => {
  it('n3_status_col: are named with those that were meant, in “Save & test” and in a notice', async () => {
    const one = await opens('n3_status_col');
    const sentence = 'ticket.csv: 3 columns are not used: "resolved_at" (did you mean "closed_at"?), "first_response_at", "csat".';
    expect(one.said).toContain(sentence);
    expect((await ask(one, { metric: 'backlog', view: 'totals' })).notices).toContain(sentence);
  });

  it('n6_tickets_typo_table: so are files', async () => {
    const one = await opens('n6_tickets_typo_table');
    const sentence = '3 files are not used: "messages.csv" (did you mean "message.csv"?), "ticket_events.csv" (did you mean "ticket_event.csv"?), "notes.csv".';
    expect(one.said).toContain(sentence);
    expect((await ask(one, { metric: 'time_to_first_response', view: 'totals' })).notices).toContain(sentence);
  });
});

it('n1_null_owner, f25_null_word: words for null are nobody, and no instant', async () => {
  for (const folder of ['n1_null_owner', 'f25_null_word']) {
    expect((await ask(await opens(folder), { metric: 'opened', view: 'totals', groupBy: ['owner'] })).values).toMatchObject({ owner: '(unassigned)' });
  }
  expect((await ask(await opens('n1_null_owner'), { metric: 'opened', view: 'totals', groupBy: ['team'] })).values).toMatchObject({ team: '(none)' });
});

it('n2_space_ids, f43_spaces_after_comma: an id after a space meets its agent', async () => {
  for (const folder of ['n2_space_ids', 'f43_spaces_after_comma']) {
    expect((await ask(await opens(folder), { metric: 'opened', view: 'totals', groupBy: ['owner'] })).values).toMatchObject({ owner: 'Ada' });
  }
});

it('f26_owner0: the id 0 is nobody where the settings say so', async () => {
  const query = { metric: 'opened', view: 'totals', groupBy: ['owner'] };
  expect((await ask(await opens('f26_owner0', { unassignedIds: [0] }), query)).values).toMatchObject({ owner: '(unassigned)' });
  expect((await ask(await opens('f26_owner0'), query)).values).toMatchObject({ owner: '0' });
});
