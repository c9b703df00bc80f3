import { helpdesk, message, ticket } from '../oracle/builders';
import { type Desk, MARCH, rulesOf } from './story';

const DAY = '2025-03-03';

/** A helpdesk that keeps no targets: an urgent ticket answered after 90 minutes, and another after three hours. */
const DESK: Desk = {
  rows: helpdesk({
    ticket: [ticket('urgent', `${DAY} 09:00`, { priority: 'urgent' }), ticket('other', `${DAY} 09:00`)],
    message: [message('urgent', `${DAY} 10:30`, 'agent'), message('other', `${DAY} 12:00`, 'agent')],
  }),
  settings: {
    slaTargets: [
      { clock: 'first_reply', priority: 'urgent', target: '1h' },
      { clock: 'first_reply', target: '4h' },
    ],
  },
};

/** Targets that stand in the settings. */
export const ownTargets = rulesOf(DESK, MARCH, [
  {
    rule: 'the settings’ targets are those of every ticket without a policy, as the policy "settings", by priority',
    ask: { metric: 'sla_attainment', view: 'totals', kind: 'records', columns: ['ticket', 'policy', 'target', 'due_at'], timeZone: 'UTC' },
    is: [
      ['other', 'settings', 4 * 3600, `${DAY} 13:00`],
      ['urgent', 'settings', 3600, `${DAY} 10:00`],
    ],
  },
  { rule: 'one is met and one is not', ask: { metric: 'sla_attainment', view: 'totals', groupBy: [], timeZone: 'UTC' }, is: 0.5 },
]);
