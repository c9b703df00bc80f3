import fc from 'fast-check';

import type { PipelineRow, SlaTargetRow, StageRow } from '../model';
import { CALENDARS, PIPELINES, POLICIES, PRIORITIES } from './ids';
import { evenly, maybe, offset, uniqueBy, type Era } from './time';

/** SLA targets with versions, priorities, calendars and pauses; a policy may lack a clock. */
export function targets(era: Era): fc.Arbitrary<SlaTargetRow[]> {
  const target: fc.Arbitrary<SlaTargetRow> = fc.record({
    policy_id: fc.constantFrom(...POLICIES),
    clock: fc.constantFrom('first_reply' as const, 'next_reply' as const, 'close' as const),
    priority: evenly(fc.constantFrom(...PRIORITIES)),
    valid_from: evenly(offset.map((at) => era.anchor + at)),
    target_seconds: fc.constantFrom(3600, 60, 1800, 4 * 3600, 86_400, 90.5, 800 * 3600),
    calendar_id: maybe(fc.constantFrom(...CALENDARS)),
    pauses: fc.boolean(),
  });
  return fc.array(target, { maxLength: 8 }).map((rows) => uniqueBy(rows, (row) => `${row.policy_id} ${row.clock} ${row.priority} ${row.valid_from}`));
}

/** The pipelines and stages of every generated helpdesk: fixed, since their rows decide nothing by chance. */
export const pipelines: readonly PipelineRow[] = PIPELINES.map((pipeline_id) => ({ pipeline_id, label: `Pipeline ${pipeline_id}` }));

const stage = (pipeline_id: string, stage_id: string, kind: StageRow['kind'], position: number, pauses_sla = false): StageRow => ({
  pipeline_id,
  stage_id,
  label: `Stage ${stage_id.slice(2)}`,
  position,
  kind,
  pauses_sla,
});

export const stages: readonly StageRow[] = [
  stage('support', 's-new', 'new', 1),
  stage('support', 's-open', 'open', 2),
  stage('support', 's-wait', 'waiting_customer', 3, true),
  stage('support', 's-hold', 'on_hold', 4, true),
  stage('support', 's-closed', 'closed', 5),
  stage('support', 's-merged', 'merged', 6),
  stage('sales', 'z-open', 'open', 1),
  // a pause that a closed stage makes is none while the ticket is open
  stage('sales', 'z-closed', 'closed', 2, true),
];
