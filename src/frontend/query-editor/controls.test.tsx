import { CoreApp } from '@grafana/data';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { findMetric, METRIC_IDS } from '../../shared/catalog';
import { choose, drawEditors } from '../screen.fixture';
import { box, meaning, show } from './editor.fixture';

drawEditors();

/** An editor of a helpdesk that has a custom field. */
const showFields = (own: object) => show(own, CoreApp.PanelEditor, ['attribute.plan']);

describe('quick answers', () => {
  it('answer a question with one choice, by keyboard', async () => {
    const { last, onRunQuery } = show({});
    expect(meaning()).toHaveTextContent('Choose a metric, or one of the quick answers.');
    await choose('Quick answers', 'Which customers wait longest');
    expect(last()).toEqual({ refId: 'A', metric: 'customer_wait_time', view: 'totals', unit: 'auto' });
    expect(onRunQuery).toHaveBeenCalledTimes(1);
    expect(meaning()).toHaveTextContent('Mean customer wait time over the whole period, by customer, the 10 highest.');
  });

  it('stand by topic', async () => {
    show({});
    await userEvent.click(screen.getByRole('combobox', { name: 'Quick answers' }));
    expect(await screen.findByText('Customer satisfaction')).toBeInTheDocument();
  });
});

describe('the metric', () => {
  it.each(METRIC_IDS)('says what it means, and offers what it has: %s', (id) => {
    show({ metric: id, groupBy: [] });
    const metric = findMetric(id);
    expect(screen.getByText((text) => text.startsWith(metric?.about ?? '?'))).toBeInTheDocument();
    expect(screen.queryByRole('radio', { name: 'SLA hours' }) !== null).toBe(metric?.hours.includes('sla'));
  });

  it('says what dates it and what is not counted', () => {
    show({ metric: 'max_available_agents' });
    expect(screen.getByText(/Dated by the status interval/)).toBeInTheDocument();
  });

  it('is not counted twice in words: spam is counted where asked for', () => {
    show({ metric: 'opened', include: ['spam'] });
    expect(screen.getByText(/Not counted: deleted tickets, merged tickets, test tickets and imported tickets\./)).toBeInTheDocument();
  });

  it('keeps what still applies when it changes, and says what does not', async () => {
    const { last } = show({ metric: 'time_to_close', hours: 'sla', groupBy: ['team'], statistics: ['p90'] });
    await choose('Metric', 'Opened tickets');
    expect(last()).toEqual({ refId: 'A', metric: 'opened', groupBy: ['team'] });
    expect(screen.getByText('Left out, because “Opened tickets” does not have it: SLA hours, 90th percentile.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Totals' }));
    expect(screen.queryByText(/^Left out/)).not.toBeInTheDocument();
  });

  it('may be a variable', () => {
    show({ metric: '$metric' });
    expect(screen.getByText(/The metric is what \$metric holds/)).toBeInTheDocument();
  });

  it('that does not exist is named, with the nearest', () => {
    show({ metric: 'time_to_klose' });
    expect(meaning()).toHaveTextContent('There is no metric “time_to_klose”. Did you mean “time_to_close”?');
  });
});

describe('controls', () => {
  it('write what is chosen, and nothing that goes without saying', async () => {
    const { last } = show({ metric: 'time_to_close' });
    await userEvent.click(screen.getByRole('radio', { name: 'SLA hours' }));
    await choose('Frequency', 'Week');
    await choose('Dimension', 'Team');
    await choose('Break down by', 'Channel');
    await choose('Statistics', '90th');
    expect(last()).toEqual({ refId: 'A', metric: 'time_to_close', hours: 'sla', frequency: 'week', groupBy: ['team', 'channel'], statistics: ['mean', 'p90'] });
    await userEvent.click(screen.getByRole('radio', { name: '24/7' }));
    await choose('Frequency', 'Automatic');
    expect(last()).toEqual({ refId: 'A', metric: 'time_to_close', groupBy: ['team', 'channel'], statistics: ['mean', 'p90'] });
  });

  it('offer the dimensions that the metric has, without the one that is taken', async () => {
    show({ metric: 'uncovered_hours', groupBy: ['calendar'] });
    await userEvent.click(screen.getByRole('combobox', { name: 'Dimension' }));
    expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual(['Calendar', 'Hour of day', 'Weekday']);
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('combobox', { name: 'Break down by' }));
    expect(screen.queryByRole('option', { name: 'Calendar' })).not.toBeInTheDocument();
  });

  it('offer the helpdesk’s custom fields in a group of their own, where the rows have tickets', async () => {
    const { last } = showFields({ metric: 'opened', view: 'totals' });
    await userEvent.click(screen.getByRole('combobox', { name: 'Dimension' }));
    await userEvent.paste('plan');
    expect(await screen.findByText('Custom fields')).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('option', { name: 'plan' }));
    expect(last()?.groupBy).toEqual(['attribute.plan']);
    expect(meaning()).toHaveTextContent('Opened tickets over the whole period, by plan.');
    cleanup();
    showFields({ metric: 'uncovered_hours' });
    await userEvent.click(screen.getByRole('combobox', { name: 'Dimension' }));
    await screen.findAllByRole('option');
    expect(screen.queryByText('Custom fields')).not.toBeInTheDocument();
  });

  it('have custom fields as columns of rows', async () => {
    const { last } = showFields({ metric: 'opened', kind: 'records', columns: ['ticket'] });
    await choose('Columns', 'plan');
    expect(last()?.columns).toEqual(['ticket', 'attribute.plan']);
  });

  it('have no frequency in totals', () => {
    show({ metric: 'opened', view: 'totals' });
    expect(box('Frequency')).toBeNull();
    expect(box('Dimension')).toBeInTheDocument();
  });

  it('show a variable where one stands', () => {
    show({ metric: 'time_to_close', hours: '$hours', frequency: '$every', groupBy: ['$by'] });
    expect(screen.getByRole('radio', { name: '$hours' })).toBeChecked();
    expect(box('Frequency')).toHaveValue('$every');
    expect(box('Dimension')).toHaveValue('$by');
  });

  it('say in which order groups come by themselves, and put them in another', async () => {
    const { last } = show({ metric: 'opened', view: 'totals', groupBy: ['team'] });
    expect(box('Sort by')).toHaveValue('Name, A to Z');
    await choose('Sort by', 'Highest first');
    expect(last()?.sort).toEqual({ by: 'value', direction: 'desc' });
  });

  it('order, limit and add up the rest', async () => {
    const { last } = show({ metric: 'opened', view: 'totals', groupBy: ['team'] });
    await userEvent.click(screen.getByRole('button', { name: 'More options' }));
    await choose('Sort by', 'Lowest first');
    await userEvent.type(screen.getByLabelText('At most'), '3{Enter}');
    await userEvent.click(screen.getByLabelText('The rest as “Other”'));
    await userEvent.type(screen.getByLabelText('Rows at least'), '5');
    await userEvent.tab();
    expect(last()).toEqual({
      refId: 'A',
      metric: 'opened',
      view: 'totals',
      groupBy: ['team'],
      sort: { by: 'value', direction: 'asc' },
      limit: 3,
      other: true,
      minN: 5,
    });
    await userEvent.clear(screen.getByLabelText('At most'));
    await userEvent.tab();
    expect(last()).toEqual({ refId: 'A', metric: 'opened', view: 'totals', groupBy: ['team'], sort: { by: 'value', direction: 'asc' }, minN: 5 });
  });

  it('take away the limit that a top ten has by itself', async () => {
    const { last } = show({ metric: 'customer_wait_time', view: 'totals', minN: 2 });
    expect(screen.getByLabelText('At most')).toHaveValue('10');
    await userEvent.clear(screen.getByLabelText('At most'));
    await userEvent.tab();
    expect(last()).toMatchObject({ limit: null });
  });

  it('say what is no number, and do not run it', async () => {
    const { onChange } = show({ metric: 'opened', groupBy: ['team'], minN: 1 });
    await userEvent.type(screen.getByLabelText('At most'), 'many');
    await userEvent.tab();
    expect(screen.getByText(/^Write a whole number from 1 on/)).toBeInTheDocument();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('compare, draw a trend and mark what is unusual', async () => {
    const { last } = show({ metric: 'opened', anomalies: true });
    await choose('Compare with', 'Same period last year');
    await choose('Trend', 'Predictive');
    await userEvent.click(screen.getByLabelText('Anomalies'));
    expect(last()).toEqual({ refId: 'A', metric: 'opened', compare: 'previous_year', trend: 'predictive' });
    await choose('Trend', 'None');
    expect(last()).toEqual({ refId: 'A', metric: 'opened', compare: 'previous_year' });
  });

  it.each([
    ['sla_at_risk', 'Due within (min)', ['opened']],
    ['time_to_close', 'Owner and team', ['agent_status_time']],
    ['opened', 'Also count', ['agent_status_time', 'occupancy']],
    ['agent_status_time', 'Count offline time', ['opened']],
  ])('of %s have “%s”, those of others have not', async (id, label, others) => {
    const open = () => userEvent.click(screen.getByRole('button', { name: 'More options' }));
    show({ metric: id });
    await open();
    expect(screen.getByLabelText(label)).toBeInTheDocument();
    for (const other of others) {
      cleanup();
      show({ metric: other });
      await open();
      expect(screen.queryByLabelText(label)).not.toBeInTheDocument();
    }
  });
});

describe('filters', () => {
  it('look values up as one types, and run once they have one', async () => {
    const { last, values, onRunQuery } = show({ metric: 'opened' });
    await userEvent.click(screen.getByRole('button', { name: 'Add a filter' }));
    expect(onRunQuery).not.toHaveBeenCalled();
    await choose('Filter 1: what', 'Team');
    screen.getByRole('combobox', { name: 'Filter 1: values' }).focus();
    await userEvent.paste('Bil');
    await userEvent.click(await screen.findByRole('option', { name: 'Billing' }));
    await waitFor(() => expect(last()?.filters).toEqual([{ field: 'team', op: 'in', values: ['t1'] }]));
    expect(values).toHaveBeenCalledWith('team', expect.objectContaining({ search: 'Bil' }));
    expect(onRunQuery).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(meaning()).toHaveTextContent('Opened tickets over time, Billing team only.'));
  });

  it('go by custom fields, and look their values up', async () => {
    const { last, values } = showFields({ metric: 'opened', filters: [{ field: 'team', op: 'in', values: [] }] });
    await choose('Filter 1: what', 'plan');
    screen.getByRole('combobox', { name: 'Filter 1: values' }).focus();
    await userEvent.paste('Bil');
    await userEvent.click(await screen.findByRole('option', { name: 'Billing' }));
    expect(last()?.filters).toEqual([{ field: 'attribute.plan', op: 'in', values: ['t1'] }]);
    expect(values).toHaveBeenCalledWith('attribute.plan', expect.objectContaining({ search: 'Bil' }));
    await waitFor(() => expect(meaning()).toHaveTextContent('Opened tickets over time, only plan Billing.'));
  });

  it('take variables', async () => {
    const { last } = show({ metric: 'opened', filters: [{ field: 'team', op: 'in', values: [] }] });
    screen.getByRole('combobox', { name: 'Filter 1: values' }).focus();
    await userEvent.paste('$team');
    await userEvent.click(await screen.findByRole('option', { name: /\$team/ }));
    expect(last()?.filters).toEqual([{ field: 'team', op: 'in', values: ['$team'] }]);
  });

  it('name the values they were saved with', async () => {
    show({ metric: 'opened', filters: [{ field: 'team', op: 'in', values: ['t2'] }] });
    await waitFor(() => expect(meaning()).toHaveTextContent('Sales team only'));
  });
});
