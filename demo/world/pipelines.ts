import type { Rows } from '../tables/row';

/** A ticket's status: the words of stage.kind. */
export type StatusKind = 'new' | 'open' | 'waiting_customer' | 'on_hold' | 'closed' | 'merged' | 'spam';

export type PipelineId = 'support' | 'technical';

interface Stage {
  readonly name: string;
  readonly label: string;
  readonly kind: StatusKind;
  readonly pauses: boolean;
}

const stage = (name: string, label: string, kind: StatusKind, pauses = false): Stage => ({ name, label, kind, pauses });

/** The pipelines with their stages; the technical one has two kinds of hold. */
export const PIPELINES: ReadonlyArray<{ readonly id: PipelineId; readonly label: string; readonly stages: readonly Stage[] }> = [
  {
    id: 'support',
    label: 'Support',
    stages: [
      stage('new', 'New', 'new'),
      stage('open', 'In progress', 'open'),
      stage('waiting', 'Waiting for customer', 'waiting_customer', true),
      stage('hold', 'On hold', 'on_hold'),
      stage('closed', 'Solved', 'closed'),
      stage('merged', 'Merged', 'merged'),
      stage('spam', 'Spam', 'spam'),
    ],
  },
  {
    id: 'technical',
    label: 'Technical',
    stages: [
      stage('new', 'Triage', 'new'),
      stage('open', 'Investigating', 'open'),
      stage('waiting', 'Waiting for customer', 'waiting_customer', true),
      stage('engineering', 'With engineering', 'on_hold'),
      stage('hold', 'Waiting for supplier', 'on_hold', true),
      stage('closed', 'Solved', 'closed'),
      stage('merged', 'Merged', 'merged'),
      stage('spam', 'Spam', 'spam'),
    ],
  },
];

/** The stage of a pipeline for a status; the first one where there are several. */
export function stageOf(pipeline: PipelineId, kind: StatusKind): string {
  return STAGES[pipeline][kind];
}

function stagesOf(pipeline: PipelineId): Record<StatusKind, string> {
  const stages = PIPELINES.find(({ id }) => id === pipeline)?.stages ?? [];
  return Object.fromEntries([...stages].reverse().map(({ name, kind }) => [kind, `${pipeline}-${name}`])) as Record<StatusKind, string>;
}

const STAGES: Readonly<Record<PipelineId, Readonly<Record<StatusKind, string>>>> = { support: stagesOf('support'), technical: stagesOf('technical') };

/** The rows of pipeline and stage. */
export function pipelineRows() {
  return {
    pipeline: PIPELINES.map(({ id, label }) => ({ pipeline_id: id, label })),
    stage: PIPELINES.flatMap(({ id, stages }) =>
      stages.map(({ name, label, kind, pauses }, i) => ({ pipeline_id: id, stage_id: `${id}-${name}`, label, position: i + 1, kind, pauses_sla: pauses }))
    ),
  } satisfies Rows;
}
