/** A report of the suite, on the dashboard of its subject. */
interface ReportOnDashboard {
  /** As the service suite names it. */
  readonly name: string;
  /** The dashboard's uid. */
  readonly on: string;
  /** The panel's title there, from the start. */
  readonly panel: string;
}

const on = (uid: string, panels: Readonly<Record<string, string>>): ReportOnDashboard[] =>
  Object.entries(panels).map(([panel, name]) => ({ name, on: uid, panel }));

/** Every report of the suite, cut as the suite cuts it: by title, what it is there. */
export const REPORTS: readonly ReportOnDashboard[] = [
  ...on('helpdesk-satisfaction', {
    'Customer satisfaction (CSAT)': 'Customer satisfaction, over time',
    'Lowest CSAT, n ≥ 5': 'Customer satisfaction, by owner',
  }),
  ...on('helpdesk-agents', {
    'Owners: medians, SLA hours': 'Several metrics in one table, by user',
    'Teams: medians, SLA hours': 'Several metrics in one table, by team',
  }),
  ...on('helpdesk-team-performance', {
    'Time to close, mean: 24/7 and SLA': 'Average time to close, 24/7 beside SLA hours',
    'First response, mean: 24/7 and SLA': 'Average time to first response, 24/7 beside SLA hours',
    'Chat wait time, SLA hours': 'Chat wait time',
    'Volume by owner: top ten': 'Support volume by user',
    'Volume by owner: top five': 'Support volume by user, over time',
    'Volume and its trend': 'Support volume, with its trend',
    'Time in stage, mean, SLA hours': 'Ticket time in pipeline stage',
    'Stage time by team, mean, SLA hours': 'Ticket time in pipeline, by team',
    'Stage time by owner, mean, SLA hours': 'Ticket time in pipeline, by user',
  }),
  ...on('helpdesk-ticket-replies', {
    'Response times, mean, SLA hours': 'Owner and customer response time, over time',
    'Slowest customers, mean, SLA hours': 'Customer response time, top ten',
    'Customer wait, mean, SLA hours': 'Customer wait time',
    'Customers waiting, mean, SLA hours': 'Customer wait time, top ten',
    'Slowest owners, mean, SLA hours': 'Owner response time, by owner',
    'Replies by owner: top ten': 'Owner reply count',
    'Most messages sent: top ten': 'Ticket reply count, sent',
    'Most messages received: top ten': 'Ticket reply count, received',
    'Messages by hour of the day': 'Time of day',
  }),
  ...on('helpdesk-scheduling', {
    'Availability during working hours': 'Availability during working hours',
    'Maximum available agents over time': 'Maximum available reps, over time',
    'Agents and messages by hour': 'Maximum available reps, in the course of the day',
    'Agent availability by status': 'Rep availability',
    'Statuses in detail: All': 'Rep availability, in detail',
  }),
];
