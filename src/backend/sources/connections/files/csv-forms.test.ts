import type { Remark } from '../../source';
import { NEVER, testTarget } from '../../testing/target';
import { TICKETS, testFolder } from './folder.fixture';

const { write, load, source } = testFolder();

/** What reading a folder is worth a remark; columns that it could have are one of its own. */
async function remarks(isLacking = false): Promise<string[]> {
  const found: Remark[] = [];
  await source().inspect(NEVER, (remark) => found.push(remark));
  const target = await testTarget();
  await source().load(
    target,
    NEVER,
    () => undefined,
    (remark) => found.push(remark)
  );
  target.close();
  return found.filter(({ kind }) => (kind === 'lack') === isLacking).map(({ text }) => text);
}

const WRITTEN = 'ticket_id,created_at,subject\n1,2024-01-05T10:00:00Z,"café, 漢 🎫"\n';
const READ = [expect.objectContaining({ ticket_id: '1', created_at: String(Date.UTC(2024, 0, 5, 10)), subject: 'café, 漢 🎫' })];
const parted = (by: string) => WRITTEN.replaceAll(/,(?! )/g, by);

it.each<[string, string | Buffer]>([
  ['commas', WRITTEN],
  ['semicolons', parted(';')],
  ['tabs', parted('\t')],
  ['bars', parted('|')],
  ['UTF-8 with a mark', `\ufeff${WRITTEN}`],
  ['UTF-16 LE with tabs, as Excel’s “Unicode text” has it', Buffer.from(`\ufeff${parted('\t').replaceAll('\n', '\r\n')}`, 'utf16le')],
  ['UTF-16 LE without a mark', Buffer.from(WRITTEN, 'utf16le')],
  ['UTF-16 BE', Buffer.from(`\ufeff${WRITTEN}`, 'utf16le').swap16()],
  ['a line that names the separator', `sep=;\r\n${parted(';').replaceAll('\n', '\r\n')}`],
  ['that line and a mark', `\ufeffsep=,\n${WRITTEN}`],
  ['that line in UTF-16', Buffer.from(`\ufeffsep=\t\r\n${parted('\t').replaceAll('\n', '\r\n')}`, 'utf16le')],
])('a file with %s is read', async (_, content) => {
  write({ 'ticket.csv': content });
  expect((await load()).ticket).toEqual(READ);
});

it('a fault has its line, whatever comes before the header, and in any encoding', async () => {
  const rows = 'sep=;\nticket_id;created_at\nT1;2026-01-01\nT2;x\n';
  for (const content of [rows, Buffer.from(`\ufeff${rows}`, 'utf16le')]) {
    write({ 'ticket.csv': content });
    await expect(load()).rejects.toThrow('ticket.csv, row 2 (line 4), column "created_at": "x" is not an instant');
  }
  write({ 'ticket.csv': 'sep=;\nticket_id;created_at\nT1;2026-01-01\nT2;x;y;z\n' });
  await expect(load()).rejects.toThrow('ticket.csv, line 4: the row has 4 fields, but the header has 2.');
});

it('spaces around values are none of theirs', async () => {
  write({
    'ticket.csv': 'ticket_id, created_at, owner_id, priority, is_spam, tags, subject\n 1, 2024-01-05T10:00:00Z, 5, high , true, [], \t lead\t\n',
    'agent.csv': 'agent_id, name\n5, Ada \n',
    'survey.csv': 'survey_id, kind, scale_min, scale_max, score\n1, csat, 1, 5, 4\n',
  });
  const { ticket, agent, survey } = await load();
  expect(ticket).toEqual([expect.objectContaining({ ticket_id: '1', owner_id: '5', priority: 'high', is_spam: true, subject: 'lead' })]);
  expect(agent).toEqual([expect.objectContaining({ agent_id: '5', name: 'Ada' })]);
  expect(survey).toEqual([expect.objectContaining({ kind: 'csat', score: 4 })]);
});

it('words for null are null as ids and instants, and texts keep them', async () => {
  write({ 'ticket.csv': 'ticket_id,created_at,owner_id,team_id,stage_id,closed_at,subject,priority\n1,2024-01-05,NULL,None,nan,null,NULL,None\n' });
  expect((await load()).ticket).toEqual([
    expect.objectContaining({ owner_id: null, team_id: null, stage_id: null, closed_at: null, subject: 'NULL', priority: 'None' }),
  ]);
  write({ 'ticket.csv': 'ticket_id,created_at\nnone,2024-01-05\n' });
  expect((await load()).ticket).toEqual([expect.objectContaining({ ticket_id: 'none' })]);
  write({ 'ticket.csv': 'ticket_id,created_at\n1,None\n' });
  await expect(load()).rejects.toThrow('column "created_at": is empty, but it is required.');
});

it('an id is the same however it was written, also in an event', async () => {
  write({
    'ticket.csv': 'ticket_id,created_at,owner_id,subject,org_id\n1.0,2024-01-05,5.00,5.0,0E984725-C51C-4BF4-9960-E1C80E27ABA0\n007,2024-01-05,1.50,x,1.0.0\n',
    'agent.csv': 'agent_id\n5\n',
    'ticket_event.csv': 'event_id,ticket_id,at,field,from_value,to_value\n1,1,2024-01-06,owner,null,5.0\n2,1,2024-01-06,priority,None,5.0\n',
  });
  const { ticket, ticket_event } = await load();
  expect(ticket).toEqual([
    expect.objectContaining({ ticket_id: '007', owner_id: '1.50', org_id: '1.0.0' }),
    expect.objectContaining({ ticket_id: '1', owner_id: '5', subject: '5.0', org_id: '0e984725-c51c-4bf4-9960-e1c80e27aba0' }),
  ]);
  expect(ticket_event).toEqual([
    expect.objectContaining({ ticket_id: '1', from_value: null, to_value: '5' }),
    expect.objectContaining({ from_value: 'None', to_value: '5.0' }),
  ]);
});

it('ids that mean nobody are nobody where an agent or a team is meant', async () => {
  write({
    'ticket.csv': 'ticket_id,created_at,owner_id,team_id,requester_id\n1,2024-01-05,0.0,1,1\n',
    'message.csv': 'message_id,ticket_id,sent_at,author_kind,author_id\n1,1,2024-01-05,agent,1\n2,1,2024-01-05,customer,1\n',
    'ticket_event.csv':
      'event_id,ticket_id,at,field,from_value,to_value,actor_id,actor_kind\n1,1,2024-01-06,owner,1,5,0,system\n2,1,2024-01-06,priority,0,1,1,customer\n',
    'survey.csv': 'survey_id,kind,scale_min,scale_max,agent_id\n1,csat,1,5,0\n',
  });
  const { ticket, message, ticket_event, survey } = await load({ unassignedIds: ['0', '1'] });
  expect(ticket).toEqual([expect.objectContaining({ ticket_id: '1', owner_id: null, team_id: null, requester_id: '1' })]);
  expect(message).toMatchObject([{ author_id: null }, { author_id: '1' }]);
  expect(ticket_event).toMatchObject([
    { from_value: null, to_value: '5', actor_id: null },
    { from_value: '0', to_value: '1', actor_id: '1' },
  ]);
  expect(survey).toMatchObject([{ agent_id: null }]);
  expect((await load()).ticket).toEqual([expect.objectContaining({ owner_id: '0', team_id: '1' })]);
});

describe('what is worth a remark', () => {
  it('columns and files that nobody reads, with what may have been meant', async () => {
    write({
      'ticket.csv': 'ticket_id,created_at,csat,resolved_at,first_response_at\n1,2024-01-05T10:00:00Z,5,,\n',
      'messages.csv': 'a\n',
      'ticket_events.xlsx': '',
      'notes.csv': 'a\n',
      'README.md': '',
    });
    expect(await remarks()).toEqual([
      '3 files are not used: "messages.csv" (did you mean "message.csv"?), "ticket_events.xlsx" (did you mean "ticket_event.csv"?), "notes.csv".',
      'ticket.csv: 3 columns are not used: "resolved_at" (did you mean "closed_at"?), "csat", "first_response_at".',
    ]);
  });

  it('how numbers are read, and instants without a zone', async () => {
    write({
      'ticket.csv': 'ticket_id,created_at,closed_at,updated_at\n1,1704448800,1704448800000,2024-01-05 10:00\n',
      'message.csv': 'message_id,ticket_id,sent_at,author_kind\n1,1,2024-01-05,agent\n',
    });
    expect(await remarks()).toEqual([
      'Numbers are read as seconds since 1970: ticket.created_at.',
      'Numbers are read as milliseconds since 1970: ticket.closed_at.',
      'Instants without a time zone are read as UTC, by the setting source.databaseTimeZone: ticket.updated_at, message.sent_at.',
    ]);
  });

  it('nothing of a plain file but the columns that it could have', async () => {
    write({ 'ticket.csv': TICKETS, 'team_member.csv': 'team_id,agent_id,to\n1,2,\n', 'team.csv': 'team_id,name\n1,One\n' });
    expect(await remarks()).toEqual([]);
    expect(await remarks(true)).toEqual([
      'team_member.csv does not have: from.',
      expect.stringMatching(/^ticket\.csv does not have: number, subject, created_by, /),
    ]);
  });
});
