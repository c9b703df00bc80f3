import fc from 'fast-check';

import type { MessageRow } from '../model';
import { AGENTS, CHANNELS, GONE } from './ids';
import { gap, maybe, rarely, skew } from './time';

/** A message before it has a ticket and an id. */
export type Said = Omit<MessageRow, 'message_id' | 'ticket_id' | 'sent_at'> & { readonly after: number };

const HUMANS = AGENTS.filter((id) => id !== 'bot');
const plain = { visibility: 'public', kind: 'reply', channel: null, handover: false } as const;

const customer = fc.constantFrom('c1', 'c2').map((author_id) => ({ ...plain, author_id, author_kind: 'customer' as const }));
const agent = fc.tuple(fc.constantFrom(...HUMANS), rarely).map(([author_id, handover]) => ({ ...plain, author_id, author_kind: 'agent' as const, handover }));

/** What neither breaks nor starts a run: bots (by kind, or by their agent row), automatic and internal messages, drafts, calls… */
const others: fc.Arbitrary<Omit<Said, 'after'>> = fc.oneof(
  fc.boolean().map((handover) => ({ ...plain, author_id: 'bot', author_kind: 'bot' as const, handover })),
  fc.boolean().map((handover) => ({ ...plain, author_id: 'bot', author_kind: 'agent' as const, handover })),
  fc.boolean().map((handover) => ({ ...plain, author_id: null, author_kind: 'system' as const, handover })),
  fc.record({
    author_id: fc.constantFrom(...HUMANS),
    author_kind: fc.constantFrom('agent' as const, 'customer' as const),
    kind: fc.constantFrom('auto' as const, 'note' as const, 'forward' as const, 'campaign' as const, 'survey' as const, 'call' as const, 'draft' as const),
    visibility: fc.constantFrom('public' as const, 'public' as const, 'internal' as const),
    channel: fc.constant(null),
    handover: fc.constant(false),
  }),
  agent.map((message) => ({ ...message, visibility: 'internal' as const }))
);

/** Unknown authors are human. */
const unknown = fc.constantFrom(GONE.agent, null).map((author_id) => ({ ...plain, author_id, author_kind: 'agent' as const }));

/** What was said on a ticket, in order; the first thing seldom before the ticket existed. */
export const conversation: fc.Arbitrary<Said[]> = fc
  .record({
    skew,
    messages: fc.array(
      fc.record({
        after: gap,
        message: fc.oneof(
          { weight: 5, arbitrary: customer },
          { weight: 5, arbitrary: agent },
          { weight: 3, arbitrary: others },
          { weight: 1, arbitrary: unknown }
        ),
        channel: maybe(fc.constantFrom(...CHANNELS)),
      }),
      { maxLength: 8 }
    ),
  })
  .map(({ skew: early, messages }) =>
    messages.map(({ after, message, channel }, index) => ({ ...message, channel, after: index === 0 ? after + early : after }))
  );
