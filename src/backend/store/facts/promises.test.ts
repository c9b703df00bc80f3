import { derived, OPTIONS } from './derived.fixture';
import type { OwnTarget } from './options';

const target = (own: Partial<OwnTarget>): OwnTarget => ({
  policy: null,
  clock: 'close',
  priority: null,
  seconds: 3600,
  calendarId: null,
  pauses: false,
  ...own,
});
const T0 = Date.parse('2026-01-05T09:00:00Z');

/** Tickets 1 (high), 2 and 3, all closed after two hours; 3 has the helpdesk's policy "gold", which promises a close within three; 2 is said to have had it for no time at all. */
const DESK = [
  `INSERT INTO staging.ticket (ticket_id, created_at, created_by, priority, closed_at, status) VALUES
    ('1', ${T0}, 'customer', 'high', ${T0 + 7_200_000}, 'closed'),
    ('2', ${T0}, 'customer', 'low', ${T0 + 7_200_000}, 'closed'),
    ('3', ${T0}, 'customer', 'low', ${T0 + 7_200_000}, 'closed')`,
  `INSERT INTO staging.sla_target (policy_id, clock, target_seconds) VALUES ('gold', 'close', 10800)`,
  `INSERT INTO staging.ticket_sla (ticket_id, policy_id, "from", "to") VALUES ('3', 'gold', NULL, NULL), ('2', 'gold', ${T0}, ${T0})`,
];

async function closes(slaTargets: readonly OwnTarget[]): Promise<unknown> {
  const connection = await derived(DESK, { ...OPTIONS, slaTargets });
  try {
    const reader = await connection.runAndReadAll(`
      SELECT t.id, p.id, target_ms::INTEGER, is_met
      FROM facts.sla_fact JOIN facts.dim_ticket t ON t.ix = ticket_ix JOIN facts.dim_policy p ON p.ix = policy_ix
      WHERE clock = 3 ORDER BY t.id`);
    return reader.getRowsJS();
  } finally {
    connection.closeSync();
  }
}

it.each<[string, readonly OwnTarget[], ReadonlyArray<readonly [ticket: string, policy: string, ms: number, isMet: boolean]>]>([
  ['none: those of the helpdesk', [], [['3', 'gold', 10_800_000, true]]],
  [
    'one for all: of tickets without a policy of the helpdesk’s',
    [target({})],
    [
      ['1', 'settings', 3_600_000, false],
      ['2', 'settings', 3_600_000, false],
      ['3', 'gold', 10_800_000, true],
    ],
  ],
  [
    'one for a priority: the others have none',
    [target({ priority: 'high', seconds: 9_000 })],
    [
      ['1', 'settings', 9_000_000, true],
      ['3', 'gold', 10_800_000, true],
    ],
  ],
  ['one of a policy of the helpdesk’s: it replaces that policy’s', [target({ policy: 'gold' })], [['3', 'gold', 3_600_000, false]]],
])('the settings’ targets, %s', async (_what, targets, expected) => {
  expect(await closes(targets)).toEqual(expected);
});
