import { DIMENSION_CATALOG, type FixedValue } from '../../../shared/catalog/dimensions';
import { parseQuery } from '../../../shared/query';
import type { PlainDimensionId } from '../../../shared/words';
import { compileNumbers } from '../ask/numbers';
import { emptyStore } from '../empty-store.fixture';
import { HOUR, NOON } from '../measures/cases/case.fixture';
import { plan } from '../plan';
import { put, type Rows, run } from '../statement.fixture';

const keysOf = (dimension: PlainDimensionId) => (DIMENSION_CATALOG[dimension].values as readonly FixedValue[]).map(({ key }) => key);

// one row of each value: all are equal
test.each<[PlainDimensionId, string, Rows, string[]]>([
  [
    'clock',
    'sla_breaches',
    { sla_fact: keysOf('clock').map((clock) => ({ clock, target_ms: HOUR, due_at: HOUR, ended_at: 2 * HOUR, is_met: false, settled_at: HOUR })) },
    ['close', 'first_reply', 'next_reply'],
  ],
  [
    'in_hours',
    'availability_hours',
    {
      dim_availability: [{ ix: 1, id: 'available' }],
      availability_fact: keysOf('in_hours').map((in_hours) => ({ in_hours, availability_ix: 1, from_at: 0, to_at: HOUR })),
    },
    ['inside', 'no hours set', 'outside'],
  ],
  ['direction', 'messages_by_hour', { message_fact: keysOf('direction').map((direction) => ({ direction, sent_at: HOUR })) }, ['received', 'sent']],
  ['hour_of_day', 'opened', { ticket_fact: [1, 2, 10].map((hour) => ({ created_at: hour * HOUR })) }, ['1', '10', '2']],
])('equal values of %s go by their ids as text', async (dimension, metric, rows, ids) => {
  const store = await emptyStore();
  try {
    await put(store, rows);
    const found = await run(store, compileNumbers(plan(parseQuery({ metric, view: 'totals', groupBy: [dimension], limit: 5 }), NOON)));
    const values = DIMENSION_CATALOG[dimension].values as readonly FixedValue[];
    expect(found.map(({ g1 }) => values.find(({ key }) => key === g1)?.id)).toEqual(ids);
  } finally {
    store.closeSync();
  }
});

test('equal values of a dictionary go by their ids as text, whatever their keys are, none last', async () => {
  const store = await emptyStore();
  try {
    await put(store, {
      dim_channel: [
        { ix: 1, id: 'web', name: 'Web' },
        { ix: 2, id: 'chat', name: 'Chat' },
        { ix: 3, id: 'mail', name: 'Mail' },
      ],
      ticket_fact: [0, 1, 2, 3].map((channel_ix) => ({ channel_ix, created_at: HOUR })),
    });
    const found = await run(store, compileNumbers(plan(parseQuery({ metric: 'opened', view: 'totals', groupBy: ['channel'], limit: 5 }), NOON)));
    expect(found.map(({ id1 }) => id1)).toEqual(['chat', 'mail', 'web', null]);
  } finally {
    store.closeSync();
  }
});

test('stages by name go in the order of their pipeline, and pipelines by theirs', async () => {
  const store = await emptyStore();
  try {
    await put(store, {
      dim_pipeline: [
        { ix: 1, id: 'p1', name: 'Support' },
        { ix: 2, id: 'p2', name: 'Billing' },
      ],
      dim_stage: [
        { ix: 1, id: 'a', name: 'Answered', position: 2, pipeline_ix: 1 },
        { ix: 2, id: 'n', name: 'New', position: 1, pipeline_ix: 1 },
        { ix: 3, id: 'z', name: 'Zero', position: 1, pipeline_ix: 2 },
        { ix: 4, id: 'u', name: 'Unknown' },
      ],
      ticket_fact: [0, 1, 2, 3, 4].map((stage_ix) => ({ stage_ix, created_at: HOUR })),
    });
    const ask = { metric: 'opened', view: 'totals', groupBy: ['stage'], sort: { by: 'name', direction: 'asc' } };
    const found = await run(store, compileNumbers(plan(parseQuery(ask), NOON)));
    expect(found.map(({ id1 }) => id1)).toEqual(['z', 'n', 'a', 'u', null]);
  } finally {
    store.closeSync();
  }
});
