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
    'Lowest CSAT by owner, of 5 ratings or more': 'Customer satisfaction, by owner',
  }),
  ...on('helpdesk-team-performance', {
    'Time to close, mean: 24/7 and SLA hours': 'Average time to close, 24/7 beside SLA hours',
    'First response, mean: 24/7 and SLA hours': 'Average time to first response, 24/7 beside SLA hours',
    'Chat wait time, 24/7': 'Chat wait time',
    'Support volume by owner: top ten': 'Support volume by user',
    'Support volume by owner: top five': 'Support volume by user, over time',
    'Support volume and its trend': 'Support volume, with its trend',
    'Time in stage, mean, 24/7': 'Ticket time in pipeline stage',
    'Time in stage by team, mean, 24/7': 'Ticket time in pipeline, by team',
    'Time in stage by owner, mean: the longest, 24/7': 'Ticket time in pipeline, by user',
  }),
  ...on('helpdesk-ticket-replies', {
    'Response time of owners and of customers, mean, 24/7': 'Owner and customer response time, over time',
    'Slowest customers, mean, 24/7': 'Customer response time, top ten',
    'Customer wait time, mean, 24/7': 'Customer wait time',
    'Customers who wait longest, mean, 24/7': 'Customer wait time, top ten',
    'Owner response time, mean: the ten slowest, 24/7': 'Owner response time, by owner',
    'Replies by owner: top ten': 'Owner reply count',
    'Most messages sent: top ten': 'Ticket reply count, sent',
    'Most messages received: top ten': 'Ticket reply count, received',
    'Messages by hour, sent beside received': 'Time of day',
  }),
  ...on('helpdesk-scheduling', {
    'Availability during working hours': 'Availability during working hours',
    'Maximum available agents over time': 'Maximum available reps, over time',
    'Maximum available agents by hour of the day, beside messages received': 'Maximum available reps, in the course of the day',
    'Agent availability by status': 'Rep availability',
    'Statuses in detail: All': 'Rep availability, in detail',
  }),
];
