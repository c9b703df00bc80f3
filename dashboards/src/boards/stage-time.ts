import type { Section } from '../board';
import { OWNED, type PanelQuery } from '../query';

/** A ticket's time in stages by week, or over the whole range, as the drop-down says. */
function stageTime(own: Omit<PanelQuery, 'metric'>): PanelQuery {
  return { metric: 'time_in_stage', view: '$view', frequency: 'week', hours: '$hours', unit: 'hours', ...own };
}

/** Where tickets spend their time, by stage, team and owner. */
export const STAGE_TIME: Section = {
  id: 107,
  title: { en: 'Time in pipeline stage', nl: 'Tickettijd in pijplijn' },
  panels: [
    {
      id: 21,
      kind: 'flip',
      width: 24,
      height: 10,
      queries: [stageTime({ groupBy: ['stage'], sort: { by: 'name', direction: 'asc' } })],
      title: { en: 'Time in stage, mean', nl: 'Tijd in fase, gem.' },
    },
    {
      id: 52,
      kind: 'flip',
      width: 12,
      height: 8,
      queries: [stageTime({ groupBy: ['team'], sort: { by: 'name', direction: 'asc' } })],
      title: { en: 'Stage time by team, mean', nl: 'Fasetijd per team, gem.' },
    },
    {
      id: 53,
      kind: 'flip',
      width: 12,
      height: 8,
      queries: [stageTime({ groupBy: ['owner'], limit: 5, minN: 5, filters: [OWNED] })],
      title: { en: 'Stage time by owner, mean', nl: 'Fasetijd per eigenaar, gem.' },
    },
    {
      id: 22,
      kind: 'top',
      width: 24,
      height: 13,
      queries: [{ metric: 'stage_dwell', view: 'totals', groupBy: ['stage'], hours: '$hours', unit: 'hours', sort: { by: 'name', direction: 'asc' } }],
      title: { en: 'Stage visits summed, mean', nl: 'Fasebezoeken samen, gem.' },
    },
  ],
};
