import { CoreApp } from '@grafana/data';
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, useState } from 'react';

import { findMetric, METRIC_IDS } from '../../shared/catalog';
import { speak } from '../i18n/language.fixture';
import { FIRST_QUERY } from '../own-query';
import type { DataSourceQuery } from '../types';
import { pretendScreen } from '../screen.fixture';
import { queryOf } from '../query/query.fixture';
import { QueryEditor } from './query-editor';

/** Teams of a helpdesk, found by a part of their name or id. */
const TEAMS = [
  { id: 't1', name: 'Billing' },
  { id: 't2', name: 'Sales' },
];

/** An editor whose query changes as Grafana's would. */
function show(own: object, app = CoreApp.PanelEditor) {
  const [onChange, onRunQuery] = [jest.fn<void, [DataSourceQuery]>(), jest.fn()];
  const values = jest.fn(async (_: string, { search = '' } = {}) => ({
    values: TEAMS.filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(search.toLowerCase())),
    more: false,
  }));
  function Panel() {
    const [query, setQuery] = useState(queryOf(own));
    const change = (next: DataSourceQuery) => {
      onChange(next);
      // Grafana's editor of alert rules lays the new query over the old one
      setQuery((before) => (app === CoreApp.UnifiedAlerting ? { ...before, ...next } : next));
    };
    return <QueryEditor {...({ app, query, datasource: { values }, onChange: change, onRunQuery } as unknown as ComponentProps<typeof QueryEditor>)} />;
  }
  render(<Panel />);
  return { onChange, onRunQuery, values, last: () => onChange.mock.lastCall?.[0] };
}

/** Chooses with the keyboard alone: into the field, letters, the first that fits. */
async function choose(label: string | RegExp, text: string): Promise<void> {
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: label });
  field.focus();
  // as the tabulator key does
  field.select();
  // all letters at once: each redraws the whole editor
  await userEvent.paste(text);
  await screen.findByRole('option', { name: (name) => name.toLowerCase().includes(text.toLowerCase()) });
  await userEvent.keyboard('{ArrowDown}{Enter}');
}

// whole editors are drawn, on a busy machine slowly
jest.setTimeout(30_000);

const meaning = () => screen.getByRole('status', { name: 'What this query means' });
const box = (name: string | RegExp) => screen.queryByRole('combobox', { name });

beforeAll(async () => {
  pretendScreen();
  // jsdom takes long to say whether something is visible, and nothing here is hidden
  configure({ defaultHidden: true });
  const plain = document.createElement('div').style;
  jest.spyOn(window, 'getComputedStyle').mockImplementation(() => plain);
  await speak('en-US');
});

describe('quick answers', () => {
  it('answer a question with one choice, by keyboard', async () => {
    const { last, onRunQuery } = show({});
    expect(meaning()).toHaveTextContent('Choose a metric, or one of the quick answers.');
    await choose('Quick answers', 'Which customers wait longest');
    expect(last()).toEqual({ refId: 'A', metric: 'customer_wait_time', view: 'totals' });
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
    await choose('By', 'Team');
    await choose('Broken down by', 'Channel');
    await choose('Statistics', '90th');
    expect(last()).toEqual({ refId: 'A', metric: 'time_to_close', hours: 'sla', frequency: 'week', groupBy: ['team', 'channel'], statistics: ['mean', 'p90'] });
    await userEvent.click(screen.getByRole('radio', { name: '24/7' }));
    await choose('Frequency', 'Automatic');
    expect(last()).toEqual({ refId: 'A', metric: 'time_to_close', groupBy: ['team', 'channel'], statistics: ['mean', 'p90'] });
  });

  it('offer the dimensions that the metric has, without the one that is taken', async () => {
    show({ metric: 'uncovered_hours', groupBy: ['calendar'] });
    await userEvent.click(screen.getByRole('combobox', { name: 'By' }));
    expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual(['Calendar']);
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('combobox', { name: 'Broken down by' }));
    expect(screen.queryByRole('option', { name: 'Calendar' })).not.toBeInTheDocument();
  });

  it('have no frequency in totals', () => {
    show({ metric: 'opened', view: 'totals' });
    expect(box('Frequency')).toBeNull();
    expect(box('By')).toBeInTheDocument();
  });

  it('show a variable where one stands', () => {
    show({ metric: 'time_to_close', hours: '$hours', frequency: '$every', groupBy: ['$by'] });
    expect(screen.getByRole('radio', { name: '$hours' })).toBeChecked();
    expect(box('Frequency')).toHaveValue('$every');
    expect(box('By')).toHaveValue('$by');
  });

  it('order, limit and add up the rest', async () => {
    const { last } = show({ metric: 'opened', view: 'totals', groupBy: ['team'] });
    await userEvent.click(screen.getByRole('button', { name: 'More options' }));
    await choose('Order', 'Lowest first');
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
    await choose('Trend', 'Forecast');
    await userEvent.click(screen.getByLabelText('Mark unusual values'));
    expect(last()).toEqual({ refId: 'A', metric: 'opened', compare: 'previous_year', trend: 'predictive' });
    await choose('Trend', 'None');
    expect(last()).toEqual({ refId: 'A', metric: 'opened', compare: 'previous_year' });
  });

  it.each([
    ['sla_at_risk', 'Due within minutes', ['opened']],
    ['time_to_close', 'Owner is', ['agent_status_time']],
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

describe('rows and events', () => {
  it('show rows with chosen columns', async () => {
    const { last } = show({ metric: 'time_to_close' });
    await userEvent.click(screen.getByRole('radio', { name: 'Rows' }));
    expect(last()).toEqual({ refId: 'A', metric: 'time_to_close', kind: 'records' });
    expect(box('Statistics')).toBeNull();
    await choose('Columns', 'Stage');
    expect(last()?.columns).toEqual([...(findMetric('time_to_close')?.columns ?? []), 'stage']);
  });

  it('show all rows again after a drill-down', async () => {
    const { last } = show({ metric: 'time_to_close', kind: 'records', at: Date.UTC(2026, 0, 5), frequency: 'week' });
    expect(meaning()).toHaveTextContent('The rows behind time to close, in the week of 2026-01-05');
    await userEvent.click(screen.getByRole('button', { name: /show all$/ }));
    expect(last()).toEqual({ refId: 'A', metric: 'time_to_close', kind: 'records' });
  });

  it('show events, and find the metric again afterwards', async () => {
    const { last } = show({ metric: 'time_to_close' });
    await userEvent.click(screen.getByRole('radio', { name: 'Events' }));
    await choose(/^Events/, 'Holiday');
    expect(last()).toMatchObject({ kind: 'events', events: ['holiday'] });
    await userEvent.click(screen.getByRole('radio', { name: 'Numbers' }));
    expect(last()?.metric).toBe('time_to_close');
  });
});

describe('JSON', () => {
  const open = async () => {
    await userEvent.click(screen.getByRole('switch', { name: 'Edit as JSON' }));
    return screen.getByLabelText(/^Query/);
  };
  const write = async (field: HTMLElement, text: string) => {
    await userEvent.clear(field);
    await userEvent.click(field);
    await userEvent.paste(text);
  };

  it('is the query without Grafana’s envelope', async () => {
    show({ metric: 'opened', groupBy: ['team'], hide: false, datasource: { uid: 'u' } });
    expect(JSON.parse(((await open()) as HTMLTextAreaElement).value)).toEqual({ metric: 'opened', groupBy: ['team'] });
  });

  it('runs when the field is left, in the same envelope', async () => {
    const { last, onRunQuery } = show({ metric: 'opened', hide: false });
    await write(await open(), '{"metric": "csat", "groupBy": ["team"], "refId": "Z"}');
    expect(onRunQuery).not.toHaveBeenCalled();
    await userEvent.tab();
    await waitFor(() => expect(last()).toEqual({ refId: 'A', hide: false, metric: 'csat', groupBy: ['team'] }));
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('names a wrong key and the nearest right one, and runs nothing', async () => {
    const { onChange } = show({ metric: 'opened' });
    await write(await open(), '{"metric": "csat", "groupby": ["team"]}');
    expect(await screen.findByText(/no key "groupby".*Did you mean "groupBy"/)).toBeInTheDocument();
    await userEvent.tab();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('leads back to the controls', async () => {
    show({ metric: 'opened' });
    await open();
    await userEvent.click(screen.getByRole('switch', { name: 'Edit as JSON' }));
    expect(box('Metric')).toHaveValue('Opened tickets');
  });
});

describe('a query that was another data source’s', () => {
  it.each([
    ['left over', { expr: 'up', legendFormat: '', limit: 100 }],
    ['of a row of a mixed panel', { ...FIRST_QUERY, expr: 'up', groupBy: [{ type: 'time' }] }],
  ])('loses the other’s keys at once, and for good: %s', async (_, own) => {
    const { onChange, last } = show(own);
    const first = onChange.mock.calls.flat();
    expect(first).toHaveLength(1);
    expect(first[0]).not.toHaveProperty('expr');
    await choose('Metric', 'Opened tickets');
    expect(last()).toMatchObject({ refId: 'A', metric: 'opened' });
    expect(Object.keys(last() ?? {}).sort()).toEqual(expect.not.arrayContaining(['expr', 'groupBy', 'legendFormat', 'limit', 'untouched']));
  });

  it('keeps a misspelt key of ours, which can be seen and mended as JSON', async () => {
    const { onChange } = show({ metric: 'opened', groupby: ['team'] });
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('switch', { name: 'Edit as JSON' }));
    expect(screen.getByLabelText(/^Query/)).toHaveValue(JSON.stringify({ metric: 'opened', groupby: ['team'] }, null, 2));
  });
});

describe('in an alert rule', () => {
  it('forgets what the next query no longer has', async () => {
    show({ metric: 'opened', view: 'totals', groupBy: ['team'], limit: 5 }, CoreApp.UnifiedAlerting);
    expect(meaning()).toHaveTextContent('the 5 highest');
    await choose('Quick answers', 'Do we keep our promises');
    expect(meaning()).toHaveTextContent(/^SLA attainment over the whole period, by SLA clock\.$/);
    expect(meaning()).not.toHaveTextContent('the 5 highest');
  });

  it('offers numbers only, without what an alert cannot use', async () => {
    show({ metric: 'opened', view: 'totals', groupBy: ['team'], limit: 5 }, CoreApp.UnifiedAlerting);
    for (const name of ['Rows', 'Events']) {
      expect(screen.queryByRole('radio', { name })).not.toBeInTheDocument();
    }
    expect(box('Compare with')).toBeNull();
    expect(screen.queryByLabelText('Mark unusual values')).not.toBeInTheDocument();
    expect(box('Order')).toBeInTheDocument();
  });

  it('begins with totals', async () => {
    const { last } = show({}, CoreApp.UnifiedAlerting);
    await choose('Metric', 'Time to close');
    expect(last()).toEqual({ refId: 'A', metric: 'time_to_close', view: 'totals' });
  });

  it('answers a question with numbers in total', async () => {
    const { last } = show({}, CoreApp.UnifiedAlerting);
    await choose('Quick answers', 'Do we keep our promises');
    expect(last()).toEqual({ refId: 'A', metric: 'sla_attainment', view: 'totals', groupBy: ['clock'] });
  });

  it('says why rows cannot be watched, and mends it with one choice', async () => {
    const { last } = show({ metric: 'opened', kind: 'records' }, CoreApp.UnifiedAlerting);
    expect(meaning()).toHaveTextContent('An alert rule needs numbers');
    await userEvent.click(screen.getByRole('radio', { name: 'Numbers' }));
    expect(last()).toEqual({ refId: 'A', metric: 'opened' });
  });
});

it('gives every control a name', async () => {
  show({ metric: 'time_to_close', groupBy: ['owner'], limit: 3, filters: [{ field: 'team', op: 'in', values: ['t1'] }] });
  await waitFor(() => expect(meaning()).toHaveTextContent('Billing'));
  for (const role of ['combobox', 'textbox', 'switch', 'checkbox', 'button', 'radio', 'radiogroup']) {
    screen.queryAllByRole(role).forEach((control) => expect(control).toHaveAccessibleName());
  }
});

it('gives every control an id of its own, also while a list is open', async () => {
  show({ metric: 'time_to_close', filters: [{ field: 'team', op: 'in', values: ['t1'] }] });
  await userEvent.click(screen.getByRole('combobox', { name: 'Statistics' }));
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

it('speaks Dutch', async () => {
  await speak('nl-NL');
  show({ metric: 'time_to_first_response', hours: 'sla', view: 'totals' });
  expect(screen.getByRole('combobox', { name: 'Kengetal' })).toHaveValue('Eerste reactietijd');
  expect(within(screen.getByRole('radiogroup', { name: 'Tellen' })).getByRole('radio', { name: 'SLA-uren' })).toBeChecked();
  expect(screen.getByText('Gemiddelde eerste reactietijd over de hele periode, in SLA-uren.')).toBeInTheDocument();
  await speak('en-US');
});
