import { metric } from './metric';

/*
 * What tsc refuses in a metric: each line below a comment stands for a slip that would otherwise be found when somebody asks for it.
 * `npm run typecheck` fails where one of them is accepted.
 */
const right = {
  id: 'example',
  topic: 'performance',
  label: 'Example',
  question: 'An example?',
  better: 'lower',
  about: 'An example.',
  unit: 's',
  fact: 'close_fact',
  at: 'closed_at',
  datedBy: 'the close',
  measure: { kind: 'duration', all: 'close_ms', sla: 'close_biz_ms' },
  where: [{ column: 'nth', is: 1 }, { column: 'is_last', is: true }, { rule: 'closed_as_of' }],
  statistics: ['mean'],
  dimensions: { team: { column: 'team_ix' }, tag: { column: 'tag_ix', bridge: { table: 'ticket_tag', on: 'ticket_ix' } }, weekday: { computed: 'weekday' } },
  needs: ['ticket'],
  columns: ['ticket'],
} as const;

test('a metric of its own fact’s columns is taken', () => {
  expect(metric(right)).toMatchObject({
    ...right,
    // what follows from the measure
    statistics: ['mean', 'within', 'hits'],
    dimensions: { ...right.dimensions, duration_band: { computed: 'duration_band' } },
    hours: ['all', 'sla'],
    additive: false,
  });
});

/** Never run: tsc alone reads it. */
export const refused = () => [
  // @ts-expect-error no such fact
  metric({ ...right, fact: 'close_facts' }),

  // @ts-expect-error dated by a column that the fact lacks
  metric({ ...right, at: 'close_at' }),
  // @ts-expect-error dated by another fact's instant
  metric({ ...right, at: 'answered_at' }),
  // @ts-expect-error dated by a duration
  metric({ ...right, at: 'close_ms' }),
  // @ts-expect-error dated by an instant that is computed of another fact
  metric({ ...right, at: 'outcome_at' }),

  // @ts-expect-error a duration that the fact lacks
  metric({ ...right, measure: { kind: 'duration', all: 'closed_ms', sla: null } }),
  // @ts-expect-error business time in place of time
  metric({ ...right, measure: { kind: 'duration', all: 'close_biz_ms', sla: null } }),
  // @ts-expect-error time in place of business time
  metric({ ...right, measure: { kind: 'duration', all: 'close_ms', sla: 'close_ms' } }),
  // @ts-expect-error a share of what is computed of another fact
  metric({ ...right, measure: { kind: 'share', positive: 'was_answered' } }),
  // @ts-expect-error a share of a number
  metric({ ...right, measure: { kind: 'share', positive: 'nth' } }),
  // @ts-expect-error statistics of an instant
  metric({ ...right, measure: { kind: 'number', column: 'closed_at' } }),
  // @ts-expect-error a weight that the fact lacks
  metric({ ...right, measure: { kind: 'net', weight: 'weight' } }),
  // @ts-expect-error a rating of a fact without scores
  metric({ ...right, measure: { kind: 'rating', survey: 'csat' } }),
  // @ts-expect-error a state of a fact without it
  metric({ ...right, measure: { kind: 'state', state: 'waiting', value: 'count' } }),
  // @ts-expect-error intervals of a fact without them
  metric({ ...right, measure: { kind: 'interval_seconds' } }),

  // @ts-expect-error a condition on a column that the fact lacks
  metric({ ...right, where: [{ column: 'direction', is: 1 }] }),
  // @ts-expect-error a boolean that equals a number
  metric({ ...right, where: [{ column: 'is_last', is: 1 }] }),
  // @ts-expect-error a word of a column of numbers
  metric({ ...right, where: [{ column: 'nth', word: 'first' }] }),
  // @ts-expect-error a word of a column whose keys are of no dictionary of its name
  metric({ ...right, where: [{ column: 'owner_ix', word: 'ann' }] }),
  // @ts-expect-error a rule about columns that the fact lacks
  metric({ ...right, where: [{ rule: 'chat_over' }] }),

  // @ts-expect-error a dimension in a column that the fact lacks
  metric({ ...right, dimensions: { team: { column: 'teams_ix' } } }),
  // @ts-expect-error a dimension in a column that holds no keys
  metric({ ...right, dimensions: { team: { column: 'closed_at' } } }),
  // @ts-expect-error a dimension without a column
  metric({ ...right, dimensions: { team: { column: '' } } }),
  // @ts-expect-error a bridge that is found by a column that the fact lacks
  metric({ ...right, dimensions: { team: { column: 'team_ix', bridge: { table: 'status_team', on: 'row_ix' } } } }),
  // @ts-expect-error a column that the bridge lacks
  metric({ ...right, dimensions: { tag: { column: 'tags_ix', bridge: { table: 'ticket_tag', on: 'ticket_ix' } } } }),
  // @ts-expect-error no such dimension
  metric({ ...right, dimensions: { teams: { column: 'team_ix' } } }),

  // @ts-expect-error no such column of records
  metric({ ...right, columns: ['tickets'] }),
  // @ts-expect-error a column of records whose column the fact lacks
  metric({ ...right, columns: ['replied_at'] }),
];
