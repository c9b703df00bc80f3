import type { Page } from '@playwright/test';

import { answerTo, choose, expect, meaning, openExplore, queryEditor, result, test, valuesIn } from './preview';

/** An option that is picked: of a drop-down, or of a row of buttons. */
type Choice = readonly [field: string, option: string];

interface Report {
  /** As the service suite names it. */
  readonly name: string;
  readonly choices: readonly Choice[];
  /** What the query is then. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly meaning: string | RegExp;
  readonly drawn: 'timeseries' | 'bars';
}

const ask = (question: string): Choice => ['Quick answers', question];
const SLA_HOURS: Choice = ['Hours', 'SLA hours'];

/** The reports of the suite (17 metrics), as one would want them on a dashboard. */
const REPORTS: readonly Report[] = [
  {
    name: 'Customer satisfaction (CSAT)',
    choices: [ask('How satisfied are customers?')],
    query: { metric: 'csat', view: 'over_time' },
    meaning: /satisfaction/i,
    drawn: 'timeseries',
  },
  {
    name: 'NPS by month',
    choices: [ask('Would customers recommend us?'), ['Frequency', 'Month']],
    query: { metric: 'nps', frequency: 'month' },
    meaning: /per month/,
    drawn: 'timeseries',
  },
  {
    name: 'CES by team',
    choices: [ask('How easy was it for customers?'), ['Dimension', 'Team']],
    query: { metric: 'ces', groupBy: ['team'] },
    meaning: /by team/,
    drawn: 'timeseries',
  },
  {
    name: 'Average time to close in SLA hours',
    choices: [ask('How long does it take to close a ticket?'), SLA_HOURS],
    query: { metric: 'time_to_close', hours: 'sla' },
    meaning: /^Mean time to close .*in SLA hours/,
    drawn: 'timeseries',
  },
  {
    name: 'Average time to first response by team in SLA hours',
    choices: [ask('How long do customers wait for a first answer?'), SLA_HOURS, ['Dimension', 'Team']],
    query: { metric: 'time_to_first_response', hours: 'sla', groupBy: ['team'] },
    meaning: /^Mean time to first response .*by team.*in SLA hours/,
    drawn: 'timeseries',
  },
  {
    name: 'Chat wait time',
    choices: [ask('How long do chat visitors wait for a person?')],
    query: { metric: 'chat_wait_time', view: 'over_time' },
    meaning: /^Mean chat wait time/,
    drawn: 'timeseries',
  },
  {
    name: 'Support volume by owner',
    choices: [ask('How many tickets do we get?'), ['Show', 'Totals']],
    query: { metric: 'support_volume', view: 'totals' },
    meaning: /by owner/,
    drawn: 'bars',
  },
  {
    name: 'Ticket time in pipeline stage',
    choices: [ask('Where do tickets spend their time?')],
    query: { metric: 'time_in_stage', view: 'totals' },
    meaning: /by stage/,
    drawn: 'bars',
  },
  {
    name: 'Customer response time, top ten',
    choices: [ask('How long do customers take to answer us?')],
    query: { metric: 'customer_reply_time', view: 'totals' },
    meaning: /by customer, the 10 highest/,
    drawn: 'bars',
  },
  {
    name: 'Customer wait time, top ten',
    choices: [ask('Which customers wait longest for our answers?')],
    query: { metric: 'customer_wait_time', view: 'totals' },
    meaning: /by customer, the 10 highest/,
    drawn: 'bars',
  },
  {
    name: 'Owner reply count',
    choices: [ask('How many replies does each agent send?')],
    query: { metric: 'owner_reply_count', view: 'totals' },
    meaning: /by author/,
    drawn: 'bars',
  },
  {
    name: 'Owner response time',
    choices: [ask('How fast does each agent answer?')],
    query: { metric: 'owner_reply_time', view: 'totals' },
    meaning: /by author/,
    drawn: 'bars',
  },
  {
    name: 'Ticket reply count, top ten',
    choices: [ask('Which tickets have the most messages?')],
    query: { metric: 'ticket_reply_count', view: 'totals' },
    meaning: /by ticket, the 10 highest/,
    drawn: 'bars',
  },
  {
    name: 'Time of day',
    choices: [ask('When do messages come and go?')],
    query: { metric: 'messages_by_hour', view: 'totals' },
    meaning: /by hour of day and direction/,
    drawn: 'bars',
  },
  {
    name: 'Availability during working hours',
    choices: [ask('Are agents available in their working hours?')],
    query: { metric: 'availability_hours', view: 'over_time' },
    meaning: /availab/i,
    drawn: 'timeseries',
  },
  {
    name: 'Maximum available reps',
    choices: [ask('How many agents were available at once?')],
    query: { metric: 'max_available_agents', frequency: 'hour' },
    meaning: /per hour/,
    drawn: 'timeseries',
  },
  {
    name: 'Rep availability',
    choices: [ask('How do agents spend their time?')],
    query: { metric: 'agent_status_time', groupBy: ['agent', 'availability'] },
    meaning: /by agent and availability/,
    drawn: 'bars',
  },
];

test('all 17 metrics of the suite are among them', () => {
  expect(new Set(REPORTS.map(({ query }) => query.metric)).size).toBe(17);
});

for (const { name, choices, query, meaning: means, drawn } of REPORTS) {
  test(`${name}: from nothing in ${choices.length} ${choices.length === 1 ? 'choice' : 'choices'}`, async ({ page }) => {
    expect(choices.length).toBeLessThanOrEqual(4);
    await openExplore(page);
    await expect(meaning(page)).toContainText('Choose a metric, or one of the quick answers.');
    const answered = answerTo(page, query);
    for (const choice of choices) {
      await pick(page, choice);
    }
    expect(await valuesIn(await answered)).toBeGreaterThan(0);
    await expect(meaning(page)).toContainText(means);
    await expect(result(page)).toHaveAttribute('data-state', 'Done');
    await expect(result(page)).toHaveAttribute('data-panel-type', drawn === 'bars' ? 'table' : drawn);
    if (drawn === 'bars') {
      await expect(result(page).getByTestId('data-testid Bar gauge value').nth(1)).toBeVisible();
    }
  });
}

async function pick(page: Page, [field, option]: Choice): Promise<void> {
  const group = queryEditor(page).getByRole('radiogroup', { name: field, exact: true });
  const box = queryEditor(page).getByRole('combobox', { name: field, exact: true });
  await expect(group.or(box)).toBeVisible();
  await ((await group.isVisible()) ? group.getByRole('radio', { name: option, exact: true }).check() : choose(box, option));
}
