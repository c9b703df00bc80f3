import fc from 'fast-check';

import type { TicketEventRow } from '../model';
import { AGENTS, CALENDARS, GONE, PIPELINES, PRIORITIES, STAGES, TEAMS } from './ids';
import { stages } from './policies';
import { follow, gap, maybe, rarely, skew } from './time';

/** A ticket's event log before it has ids, relative to its creation. */
export type Happened = Pick<TicketEventRow, 'at' | 'field' | 'from_value' | 'to_value' | 'actor_id' | 'actor_kind'>;

/** Who did it, where that is known. */
type Actor = Pick<TicketEventRow, 'actor_id' | 'actor_kind'>;
const nobody: Actor = { actor_id: null, actor_kind: null };
const actor: fc.Arbitrary<Actor> = fc.oneof(
  fc.constant(nobody),
  fc.constantFrom(...AGENTS, GONE.agent).map((actor_id) => ({ actor_id, actor_kind: 'agent' as const })),
  fc.constantFrom<Actor>(
    { actor_id: 'c1', actor_kind: 'customer' },
    { actor_id: 'bot', actor_kind: 'bot' },
    { actor_id: null, actor_kind: 'bot' },
    { actor_id: null, actor_kind: 'system' }
  )
);

/** The changes of one field: the first event's from_value matters, the later ones' never, so they are anything. */
function changes(field: TicketEventRow['field'], values: readonly string[], maxLength: number): fc.Arbitrary<Happened[]> {
  const value = maybe(fc.constantFrom(...values));
  return fc
    .record({ skew, events: fc.array(fc.record({ after: gap, from_value: maybe(fc.constantFrom(...values)), to_value: value }), { maxLength }) })
    .map((log) => follow(log.skew, log.events).map(({ at, from_value, to_value }) => ({ at, field, from_value, to_value, ...nobody })));
}

/**
 * How a ticket lived: steps from stage to stage, of which the log may hold the status, the stage, both or nothing. A step whose
 * stage was not logged gives the reopenings "without a stage event".
 */
const life: fc.Arbitrary<Happened[]> = fc
  .record({
    log: fc.constantFrom('both' as const, 'stage' as const, 'both' as const, 'status' as const, 'nothing' as const, 'both' as const),
    first: maybe(fc.constantFrom(...STAGES)),
    skew,
    steps: fc.array(
      fc.record({
        after: gap,
        stage: fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(...STAGES) },
          { weight: 8, arbitrary: fc.constantFrom('s-closed' as const, 's-closed' as const, 's-open' as const) },
          { weight: 1, arbitrary: fc.constantFrom(GONE.stage, null) }
        ),
        actor,
        unlogged: fc.integer({ min: 0, max: 5 }).map((value) => value === 5),
        lag: rarely,
      }),
      { maxLength: 6 }
    ),
  })
  .map(({ log, first, skew: early, steps }) => {
    const kindOf = (id: string | null) => stages.find((one) => one.stage_id === id)?.kind ?? null;
    let before: string | null = first;
    return follow(early, steps).flatMap((step) => {
      const from = before;
      before = step.stage;
      const status: Happened = { at: step.at, field: 'status', from_value: kindOf(from), to_value: kindOf(step.stage), ...step.actor };
      const stage: Happened = { at: step.at + (step.lag ? 1 : 0), field: 'stage', from_value: from, to_value: step.stage, ...step.actor };
      return [...(log === 'status' || log === 'both' ? [status] : []), ...(log === 'stage' || (log === 'both' && !step.unlogged) ? [stage] : [])];
    });
  });

/** Events that say nothing a metric reads. */
const noise: fc.Arbitrary<Happened[]> = fc.array(
  fc.oneof(
    fc.record({
      at: gap,
      field: fc.constantFrom('merge' as const, 'spam' as const, 'delete' as const, 'sla' as const),
      from_value: fc.constant(null),
      to_value: fc.constant('true'),
      actor_id: fc.constant(null),
      actor_kind: fc.constant(null),
    }),
    fc.constantFrom(...PIPELINES).chain((to_value) => gap.map((at) => ({ at, field: 'pipeline' as const, from_value: null, to_value, ...nobody })))
  ),
  { maxLength: 2 }
);

const handovers: fc.Arbitrary<Happened[]> = fc.array(
  fc.tuple(gap, actor).map(([at, who]) => ({ at, field: 'handover' as const, from_value: null, to_value: null, ...who })),
  { maxLength: 2 }
);

/** Everything that happened to a ticket; instants are milliseconds after its creation. */
export const history: fc.Arbitrary<Happened[]> = fc
  .tuple(
    life,
    changes('owner', [...AGENTS, GONE.agent], 4),
    changes('team', [...TEAMS, GONE.team], 3),
    changes('priority', PRIORITIES, 2),
    fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: changes('schedule', CALENDARS, 2) }),
    handovers,
    noise
  )
  .map((lists) => lists.flat());
