import type { Section } from './story';
import { changes } from './controls-change';
import { comparisons, trends } from './controls-compare';
import { alertLimits, guarded, limits, stale } from './controls-limits';
import { records, reopened } from './controls-records';
import { scorecards } from './controls-scorecard';
import { distances, goals } from './controls-targets';

/** metrics.md, "Report controls", and what reliability.md says of limits, alerts and survey roles. */
export const CONTROLS: Section = {
  title: 'Report controls',
  rules: [
    ...comparisons,
    ...changes,
    ...trends,
    ...records,
    ...reopened,
    ...limits,
    ...alertLimits,
    ...guarded,
    ...stale,
    ...scorecards,
    ...goals,
    ...distances,
  ],
};
