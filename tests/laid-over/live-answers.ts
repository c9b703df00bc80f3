import type { ClientAnswer, ClientSettings, PluginClient } from '../../tools/door/client';

const DAY = 86_400_000;

/** A query, and from when on it is asked: 150 days, unless it says otherwise. */
interface Question {
  readonly fromMs?: number;
  readonly [word: string]: unknown;
}

/** What depends on tickets, on their customers, on agents’ work and on the calendars’ reach. */
const QUESTIONS: readonly Question[] = [
  { metric: 'opened', view: 'totals', groupBy: ['priority', 'customer'], limit: null },
  { metric: 'closed', view: 'totals', groupBy: ['closed_by'], limit: null },
  { metric: 'closed', view: 'over_time', frequency: 'day' },
  { metric: 'reopen_rate', view: 'totals', groupBy: ['owner'], limit: null },
  { metric: 'backlog', view: 'totals', groupBy: ['status', 'team'], limit: null },
  { metric: 'time_to_first_response', view: 'totals', groupBy: ['author'], hours: 'sla', limit: null },
  { metric: 'ticket_reply_count', view: 'totals', groupBy: ['author'], limit: null },
  { metric: 'transfers', view: 'totals', groupBy: ['owner'], limit: null },
  { metric: 'sla_attainment', view: 'totals', groupBy: ['clock'], limit: null },
  { metric: 'nps', view: 'totals', groupBy: ['customer'], limit: null },
  { metric: 'occupancy', view: 'totals', groupBy: ['agent'], limit: null },
  { metric: 'agent_concurrency', view: 'totals', groupBy: ['agent'], limit: null },
  { metric: 'uncovered_hours', view: 'totals', limit: null, fromMs: Date.parse('2019-01-01Z') },
  { metric: 'opened', kind: 'records', limit: 300 },
  { metric: 'closed', kind: 'records', limit: 300 },
  { metric: 'nps', kind: 'records', limit: 300 },
  { kind: 'events', events: ['reopening'] },
];

/** What a data source answers to questions until an instant, as of then. */
export async function ask(
  client: PluginClient,
  settings: ClientSettings,
  toMs: number,
  questions: readonly Question[]
): Promise<ReadonlyArray<ClientAnswer | undefined>> {
  const asked = questions.map(({ fromMs = toMs - 150 * DAY, ...json }, i) => ({ refId: `Q${i}`, json: { asOf: toMs, ...json }, fromMs, toMs }));
  const answers = await client.query(asked, { settings });
  return questions.map((_, i) => answers.get(`Q${i}`));
}

/** Everything that is answered of a helpdesk that live edits change, but when it was read and by which statement. */
export async function answersFrom(client: PluginClient, settings: ClientSettings, toMs: number) {
  return (await ask(client, settings, toMs, QUESTIONS)).map((answer, i) => ({
    question: QUESTIONS[i],
    status: answer?.status,
    error: answer?.error,
    frames: answer?.frames.map(({ meta: { executedQueryString, ...meta }, ...frame }) => ({
      ...frame,
      isExecuted: executedQueryString !== undefined,
      meta: { ...meta, custom: { ...meta.custom, loadedAt: null, checkedAt: null } },
    })),
  }));
}
