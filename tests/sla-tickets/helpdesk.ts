import { event, message, ticket } from '../oracle/builders';
import { EMPTY_HELPDESK, type Helpdesk, type TicketEventRow } from '../oracle/model';
import { AGREED } from './agreement';
import type { SlaTicket } from './story';
import { at } from './times';

/** The helpdesk that holds some tickets. */
export function helpdeskOf(tickets: readonly SlaTicket[]): Helpdesk {
  const parts = tickets.map(rowsOf);
  const all = <Table extends keyof Helpdesk>(table: Table) => parts.flatMap((part): readonly unknown[] => part[table] ?? []) as unknown as Helpdesk[Table];
  return {
    ...EMPTY_HELPDESK,
    ...AGREED,
    ticket: all('ticket'),
    ticket_sla: all('ticket_sla'),
    message: all('message'),
    ticket_event: all('ticket_event'),
    chat_session: all('chat_session'),
  };
}

/** The helpdesk's rows of one ticket. */
function rowsOf(story: SlaTicket): Partial<Helpdesk> {
  const { id } = story;
  // an event says what the value was before; the ticket keeps the last one
  const values: Partial<Record<TicketEventRow['field'], string | null>> = {
    stage: 'new',
    owner: story.owner === undefined ? 'anna' : story.owner,
    priority: story.priority ?? null,
    schedule: story.calendar ?? null,
  };
  const events: TicketEventRow[] = [];
  for (const step of story.steps) {
    if ('field' in step) {
      events.push(event(id, utcText(step.at), step.field, values[step.field] ?? null, step.to));
      values[step.field] = step.to;
    }
  }
  return {
    ticket: [
      ticket(id, utcText(story.created), {
        created_by: story.by ?? 'customer',
        channel: story.channel ?? 'email',
        pipeline_id: 'p',
        stage_id: values.stage,
        owner_id: values.owner,
        priority: values.priority,
        is_spam: story.leftOut === 'spam',
        merged_into_id: story.leftOut === 'merged' ? 'another ticket' : null,
      }),
    ],
    ticket_sla: story.policy === null ? [] : [{ ticket_id: id, policy_id: story.policy, from: null, to: null }],
    ticket_event: events,
    message: story.steps.flatMap((step) => ('message' in step ? [message(id, utcText(step.at), ...MESSAGES[step.message])] : [])),
    chat_session: story.steps.flatMap((step) =>
      'chat' in step
        ? [
            {
              session_id: `chat of ${id}`,
              ticket_id: id,
              started_at: at(step.at),
              first_agent_at: at(step.chat.agentAt),
              ended_at: at(step.chat.endedAt),
              ended_by: 'customer',
            },
          ]
        : []
    ),
  };
}

type Author = Parameters<typeof message> extends [string, string, ...infer Rest] ? Rest : never;

const MESSAGES: Readonly<Record<'customer' | 'agent' | 'bot' | 'automatic' | 'note' | 'forward', Author>> = {
  customer: ['customer'],
  agent: ['agent', { author_id: 'anna' }],
  bot: ['agent', { author_id: 'robo' }],
  automatic: ['system', { kind: 'auto' }],
  note: ['agent', { author_id: 'anna', kind: 'note', visibility: 'internal' }],
  forward: ['agent', { author_id: 'anna', kind: 'forward' }],
};

/** The builders of rows read UTC. */
function utcText(text: string): string {
  return new Date(at(text)).toISOString().slice(0, -1).replace('T', ' ');
}
