import type { GroupSpec } from './rule';
import { AT_RISK, AT_RISK_MINUTES, CSAT_CHANGE, FIRST_RESPONSE, LEAST, LONGEST_WAIT, SLA_KEPT, UNCOVERED, WAITING, WINDOWS } from './thresholds';

/** Every rule that ships. Totals need no reduce step: one number a group, and a threshold. */
export const GROUPS: readonly GroupSpec[] = [
  {
    // what somebody can still do something about; the store is read every ten minutes, so more often tells nothing new
    name: 'Helpdesk now', interval: '5m',
    rules: [
      {
        id: 'about-to-breach', title: 'Tickets about to breach', severity: 'warning',
        query: { metric: 'sla_at_risk', view: 'totals', groupBy: ['owner'], withinMinutes: AT_RISK_MINUTES }, window: WINDOWS.now, threshold: AT_RISK,
        pending: '0s', missingResolvesAfter: 1,
        summary: `{{ .Labels.owner }}: SLA clocks due within ${AT_RISK_MINUTES} minutes: {{ printf "%.0f" .Values.A.Value }}`,
        description: 'SLA clocks of this owner that still run and are due soon. "(unassigned)" are tickets that nobody has taken.',
        panel: { dashboard: 'helpdesk-sla-backlog', id: 13 },
      },
      {
        id: 'customers-waiting', title: 'Many customers waiting', severity: 'warning',
        query: { metric: 'waiting_now', view: 'totals', groupBy: ['team'] }, window: WINDOWS.now, threshold: WAITING, pending: '15m', missingResolvesAfter: 1,
        summary: '{{ .Labels.team }}: customers who wait for an answer: {{ printf "%.0f" .Values.A.Value }}',
        description: 'Open tickets of this team whose last message is the customer’s.',
        panel: { dashboard: 'helpdesk-sla-backlog', id: 23 },
      },
      {
        id: 'nobody-available', title: 'Nobody available in working hours', severity: 'critical',
        query: { metric: 'uncovered_hours', view: 'totals', groupBy: ['calendar'] }, window: WINDOWS.hour, threshold: UNCOVERED, pending: '0s', missingResolvesAfter: 1,
        summary: '{{ .Labels.calendar }}: nobody was available for {{ humanizeDuration .Values.A.Value }} of the last hour',
        description: 'Business time of the default calendar in which no agent was available. Outside the calendar’s hours there is no data, and no alert.',
        panel: { dashboard: 'helpdesk-scheduling', id: 12 },
      },
    ],
  },
  {
    // rolling windows of days move slowly
    name: 'Helpdesk service level', interval: '15m',
    rules: [
      {
        id: 'sla-attainment', title: 'SLA attainment too low', severity: 'warning',
        query: { metric: 'sla_attainment', view: 'totals', groupBy: ['team'], minN: LEAST.clocks }, window: WINDOWS.week, threshold: SLA_KEPT, pending: '30m',
        summary: '{{ .Labels.team }} kept {{ humanizePercentage .Values.A.Value }} of its SLA promises in 7 days',
        description: 'The share of SLA clocks met, of those met or breached in the last 7 days.',
        panel: { dashboard: 'helpdesk-sla-backlog', id: 12 },
      },
      {
        id: 'slow-first-response', title: 'First response too slow', severity: 'warning',
        query: { metric: 'time_to_first_response', view: 'totals', hours: 'sla', statistics: ['p90'], groupBy: ['team'], minN: LEAST.responses }, window: WINDOWS.week,
        threshold: FIRST_RESPONSE, pending: '30m',
        summary: '{{ .Labels.team }}: one customer in ten waited more than {{ humanizeDuration .Values.A.Value }} of SLA hours for a first answer',
        description: 'The 90th percentile of time to first response in SLA hours, over the answers of the last 7 days.',
        panel: { dashboard: 'helpdesk-team-performance', id: 26 },
      },
      {
        id: 'csat-drop', title: 'Customer satisfaction dropped', severity: 'warning',
        query: { metric: 'csat', view: 'totals', groupBy: ['team'], minN: LEAST.ratings }, window: WINDOWS.month, withPrevious: true, threshold: CSAT_CHANGE, pending: '1h',
        summary: '{{ .Labels.team }}: satisfaction fell from {{ humanizePercentage .Values.B.Value }} to {{ humanizePercentage .Values.A.Value }}',
        description: 'The share of positive ratings of the last 28 days, against the 28 days before.',
        panel: { dashboard: 'helpdesk-satisfaction', id: 22 },
      },
      {
        id: 'longest-wait', title: 'A customer has been waiting for a week', severity: 'info',
        query: { metric: 'longest_wait', view: 'totals', groupBy: ['team'] }, window: WINDOWS.now, threshold: LONGEST_WAIT, pending: '0s', missingResolvesAfter: 1,
        summary: '{{ .Labels.team }}: a customer has been waiting for {{ humanizeDuration .Values.A.Value }}',
        description: 'From the first unanswered message of the customer who has waited longest, around the clock.',
        panel: { dashboard: 'helpdesk-sla-backlog', id: 24 },
      },
    ],
  },
];
