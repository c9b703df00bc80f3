import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { type Built, openBuilt } from './built';
import { at } from './definitions/story';
import { event, helpdesk, message, ticket } from './oracle/builders';
import { writeHelpdesk } from './oracle/write';

const ROWS = helpdesk({
  ticket: [
    // closed today, and nothing says since when
    ...['unknown1', 'unknown2'].map((id) => ticket(id, '2025-03-01 10:00', { status: 'closed' })),
    // open today, with a closed_at that the helpdesk kept
    ticket('kept', '2025-03-01 10:00', { status: 'open', closed_at: at('2025-03-02 10:00') }),
    // its last event opens it, and it was closed later
    ticket('later', '2025-03-01 10:00', { closed_at: at('2025-03-05 10:00') }),
    ticket('promised', '2025-03-01 10:00'),
  ],
  ticket_event: [event('later', '2025-03-02 10:00', 'status', 'closed', 'open')],
  // no target without a priority, and the ticket has none
  sla_target: ['first_reply' as const, 'close' as const].map((clock) => ({
    policy_id: 'gold',
    clock,
    priority: 'high',
    valid_from: null,
    target_seconds: 60,
    calendar_id: null,
    pauses: false,
  })),
  ticket_sla: [{ ticket_id: 'promised', policy_id: 'gold', from: null, to: null }],
  message: ['m1', 'm2', 'm3'].map(() => message('nowhere', '2025-03-01 11:00', 'customer')),
});

describe('rows in doubt', () => {
  let built: Built;
  beforeAll(async () => {
    built = openBuilt();
    const folder = join(built.folder, 'desk');
    mkdirSync(folder);
    await writeHelpdesk(ROWS, folder);
  }, 60_000);
  afterAll(() => built.close());

  /** What each answer says of rows that were left out. */
  const leftOut = async (name: string, ...queries: readonly object[]) => {
    const client = await built.start(built.files(name));
    await client.health();
    const range = { fromMs: at('2025-03-01 00:00'), toMs: at('2025-04-01 00:00') };
    const answers = await client.query(queries.map((json, i) => ({ refId: String(i), json, ...range })));
    await client.stop();
    return queries.map((_, i) => (answers.get(String(i))?.frames[0]?.meta.notices ?? []).filter(({ text }) => text.includes('left out')));
  };

  it('are counted in “Save & test”, by what is wrong with them, and to administrators alone', async () => {
    const client = await built.start(built.files('desk'));
    const { message: text, details } = await client.health();
    const sentences = [
      '3 rows left out: their ticket is missing (message).',
      '2 tickets: their status or stage says that they are closed, but nothing says since when.',
      '1 ticket: their SLA policy has no target for them (sla_target).',
      '1 ticket: their closed_at is ignored, as their status or stage says that they are open.',
      '1 ticket: their events end open, and a later closed_at closes them.',
    ];
    expect((details as { remarks: ReadonlyArray<{ text: string }> }).remarks.map((remark) => remark.text)).toEqual(expect.arrayContaining(sentences));
    // the page lists them, and the message does not say them again
    expect(text).toMatch(/ \d+ remarks on the helpdesk stand on the settings’ page under “Data”\./);
    expect((details as { remarks: readonly object[] }).remarks).toContainEqual({
      kind: 'contradiction',
      text: sentences[0],
      example: 'ticket "nowhere"',
      mend: 'Give ticket every ticket that rows of message name, deleted ones with is_deleted; or leave the rows out of message: WHERE ticket_id IN (SELECT ticket_id FROM ticket).',
      leftOut: { table: 'message', rows: 3, reason: 'their ticket is missing (message)' },
    });
    // what is wrong can be mended, each by a line of its own
    const mends = (details as { remarks: ReadonlyArray<{ text: string; mend?: string }> }).remarks.flatMap(({ text: said, mend }) =>
      sentences.includes(said) ? [mend] : []
    );
    expect(new Set(mends).size).toBe(sentences.length);
    expect(mends).not.toContain(undefined);
    const told = await client.health({ role: 'Editor' });
    expect(JSON.stringify(told)).not.toMatch(/left out|closed_at|nothing says/);
    await client.stop();
  }, 60_000);

  it('are said of each answer, or where they are fewer than one in a thousand beside the data’s age alone', async () => {
    const messages = Array.from({ length: 999 }, () => message('promised', '2025-03-01 11:00', 'customer'));
    for (const [name, many] of [
      ['some', messages],
      ['rare', [...messages, message('promised', '2025-03-01 12:00', 'customer')]],
    ] as const) {
      mkdirSync(join(built.folder, name));
      await writeHelpdesk(
        helpdesk({ ticket: [ticket('promised', '2025-03-01 10:00')], message: [message('nowhere', '2025-03-01 11:00', 'customer'), ...many] }),
        join(built.folder, name)
      );
    }
    const told = (name: string) => leftOut(name, { metric: 'messages_by_hour', view: 'totals' }, { kind: 'freshness' });
    const text = '1 row left out: their ticket is missing (message).';
    expect(await told('some')).toEqual([[{ severity: 'warning', text }], []]);
    expect(await told('rare')).toEqual([[], [{ severity: 'info', text }]]);
  }, 60_000);

  it('are no warning where they are fewer than one in a thousand of the answer', async () => {
    const answered = (name: string, many: number) => {
      const ids = Array.from({ length: many }, (_, i) => `t${i}`);
      mkdirSync(join(built.folder, name));
      return writeHelpdesk(
        helpdesk({
          ticket: ['skewed', ...ids].map((id) => ticket(id, '2025-03-01 10:00')),
          message: [message('skewed', '2025-03-01 09:00', 'agent'), ...ids.map((id) => message(id, '2025-03-01 11:00', 'agent'))],
        }),
        join(built.folder, name)
      );
    };
    const told = (name: string) => leftOut(name, { metric: 'time_to_first_response', view: 'totals' });
    const text = '1 row left out: the end lies before the start (clocks that disagree).';
    await Promise.all([answered('thousand', 1_000), answered('more', 1_001)]);
    expect(await told('thousand')).toEqual([[{ severity: 'warning', text }]]);
    expect(await told('more')).toEqual([[{ severity: 'info', text }]]);
  }, 60_000);
});
