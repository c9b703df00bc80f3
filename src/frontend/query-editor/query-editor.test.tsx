import { CoreApp } from '@grafana/data';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { findMetric } from '../../shared/catalog';
import { speak } from '../i18n/language.fixture';
import { FIRST_QUERY } from '../query/own-query';
import { choose, drawEditors } from '../screen.fixture';
import { box, meaning, show } from './editor.fixture';

drawEditors();

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

  it('show a scorecard of chosen metrics, by what all of them have, and find the metric again afterwards', async () => {
    const { last } = show({ metric: 'time_to_close', frequency: 'week' });
    await userEvent.click(screen.getByRole('radio', { name: 'Scorecard' }));
    expect(last()).toMatchObject({ kind: 'scorecard', metrics: ['time_to_close'], groupBy: ['owner'] });
    await choose('Metrics', 'Customer satisfaction (CSAT)');
    expect(last()?.metrics).toEqual(['time_to_close', 'csat']);
    await choose('Ordered by', 'Customer satisfaction (CSAT)');
    await userEvent.click(screen.getByRole('radio', { name: 'Lowest' }));
    expect(last()?.sort).toEqual({ by: 'value', column: 'csat', direction: 'asc' });
    expect(meaning()).toHaveTextContent(
      'A scorecard of time to close and customer satisfaction (CSAT), a row for each owner, the lowest customer satisfaction (CSAT) first.'
    );
    await userEvent.click(screen.getByRole('combobox', { name: 'A row for each' }));
    // a row may have several tags
    expect(screen.queryByRole('option', { name: 'Tag' })).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('radio', { name: 'Numbers' }));
    expect(last()).toMatchObject({ metric: 'time_to_close' });
    expect(last()).not.toHaveProperty('metrics');
  });

  it('say of a scorecard that its order is by the rows of a column', async () => {
    const { last } = show({ kind: 'scorecard', metrics: ['opened', { metric: 'csat', n: true }], groupBy: ['team'], sort: { by: 'n', column: 'csat' } });
    expect(screen.getByRole('combobox', { name: 'Ordered by' })).toHaveValue('Customer satisfaction (CSAT): rows');
    await choose('Ordered by', 'Opened tickets');
    expect(last()?.sort).toEqual({ by: 'value', column: 'opened' });
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

describe('in an alert rule', () => {
  it('forgets what the next query no longer has', async () => {
    show({ metric: 'opened', view: 'totals', groupBy: ['team'], limit: 5 }, CoreApp.UnifiedAlerting);
    expect(meaning()).toHaveTextContent('the 5 highest');
    await choose('Quick answers', 'Do we keep our promises');
    expect(meaning()).toHaveTextContent(/^SLA attainment over the whole period, by SLA clock, from 0 to 1\.$/);
    expect(meaning()).not.toHaveTextContent('the 5 highest');
  });

  it('offers numbers only, without what an alert cannot use', async () => {
    show({ metric: 'opened', view: 'totals', groupBy: ['team'], limit: 5 }, CoreApp.UnifiedAlerting);
    for (const name of ['Rows', 'Events']) {
      expect(screen.queryByRole('radio', { name })).not.toBeInTheDocument();
    }
    expect(box('Compare with')).toBeNull();
    expect(screen.queryByLabelText('Anomalies')).not.toBeInTheDocument();
    expect(box('Sort by')).toBeInTheDocument();
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
  expect(screen.getByRole('combobox', { name: 'Kengetal' })).toHaveValue('Tijd tot eerste reactie');
  expect(within(screen.getByRole('radiogroup', { name: 'Uren' })).getByRole('radio', { name: 'SLA-uren' })).toBeChecked();
  expect(screen.getByText('Gemiddelde tijd tot eerste reactie over de hele periode, in SLA-uren.')).toBeInTheDocument();
  await speak('en-US');
});
