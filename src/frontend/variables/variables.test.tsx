import type { DataQueryRequest, MetricFindValue } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, useState } from 'react';
import { firstValueFrom } from 'rxjs';

import type { CustomFieldId } from '../../shared/words';
import type { LookupSource, VariableQuery } from '../types';
import { choose, drawEditors } from '../screen.fixture';
import { pretendVariables } from './dashboard.fixture';
import { VariableEditor } from './variable-editor';
import { DimensionVariables } from './variables';

const values = jest.fn(async () => ({
  values: [
    { id: 'a1', name: 'Ann' },
    { id: 'a2', name: 'Bo' },
  ],
  more: false,
}));
const customFields = jest.fn(async (): Promise<readonly CustomFieldId[]> => []);
const datasource = { values, customFields } as unknown as LookupSource;

drawEditors();
beforeEach(() => {
  values.mockClear();
  pretendVariables({ team: ['t1', 't2'], all: { all: ['x', 'y'] }, nobody: [] });
});

describe('DimensionVariables', () => {
  const ask = (own: object) =>
    firstValueFrom(
      new DimensionVariables(datasource).query({ targets: [{ refId: 'variable', ...own }], scopedVars: {} } as unknown as DataQueryRequest<VariableQuery>)
    );

  it('gives names to show and ids to filter by', async () => {
    expect((await ask({ dimension: 'owner' })).data as MetricFindValue[]).toEqual([
      { text: 'Ann', value: 'a1' },
      { text: 'Bo', value: 'a2' },
    ]);
  });

  it.each<[string, object, object]>([
    [
      'another variable',
      { filters: [{ field: 'team', op: 'in', values: ['$team'] }] },
      { filters: [{ field: 'team', op: 'in', values: ['t1', 't2'], origin: 'variable' }] },
    ],
    [
      'one of which nothing is chosen',
      { filters: [{ field: 'team', op: 'in', values: ['$nobody'] }] },
      { filters: [{ field: 'team', op: 'in', values: [], origin: 'variable' }] },
    ],
    ['not by one that says all', { filters: [{ field: 'team', op: 'in', values: ['$all'] }] }, { filters: [] }],
    ['a part of the name', { search: 'an' }, { search: 'an' }],
  ])('narrows by %s', async (_, own, asked) => {
    await ask({ dimension: 'owner', ...own });
    expect(values).toHaveBeenCalledWith('owner', expect.objectContaining(asked));
  });

  it('asks nothing before a dimension is chosen', async () => {
    expect(await ask({})).toEqual({ data: [] });
    expect(values).not.toHaveBeenCalled();
  });
});

describe('VariableEditor', () => {
  const show = (query: Partial<VariableQuery>) => {
    const changes = jest.fn();
    const Shown = () => {
      const [now, setNow] = useState<VariableQuery>({ refId: 'variable', ...query });
      const onChange = (changed: VariableQuery) => {
        changes(changed);
        setNow(changed);
      };
      return <VariableEditor {...({ datasource, query: now, onChange, onRunQuery: jest.fn() } as unknown as ComponentProps<typeof VariableEditor>)} />;
    };
    render(<Shown />);
    return changes;
  };

  it('chooses a dimension by name', async () => {
    const changes = show({ dimension: 'team' });
    await userEvent.click(screen.getByLabelText('Values of'));
    await userEvent.click(await screen.findByRole('option', { name: 'Priority' }));
    expect(changes).toHaveBeenLastCalledWith(expect.objectContaining({ dimension: 'priority', refId: 'variable' }));
  });

  it('offers the helpdesk’s custom fields', async () => {
    customFields.mockResolvedValueOnce(['attribute.plan']);
    const changes = show({ dimension: 'team' });
    await choose('Values of', 'plan');
    expect(changes).toHaveBeenLastCalledWith(expect.objectContaining({ dimension: 'attribute.plan' }));
  });

  it('adds a filter with values looked up in the helpdesk, and takes it away again', async () => {
    const changes = show({ dimension: 'owner' });
    await userEvent.click(screen.getByRole('button', { name: 'Add a filter' }));
    await userEvent.click(screen.getByRole('combobox', { name: 'Filter 1: what' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Team' }));
    await userEvent.click(screen.getByLabelText('Filter 1: values'));
    await userEvent.click(await screen.findByRole('option', { name: 'Bo' }));
    expect(changes).toHaveBeenLastCalledWith(expect.objectContaining({ filters: [{ field: 'team', op: 'in', values: ['a2'] }] }));
    await userEvent.click(screen.getByRole('button', { name: 'Remove filter 1' }));
    expect(changes).toHaveBeenLastCalledWith(expect.objectContaining({ filters: [] }));
  });

  it('names the values it is given by id', async () => {
    show({ dimension: 'owner', filters: [{ field: 'team', op: 'in', values: ['a1'] }] });
    expect(await screen.findByText('Ann')).toBeInTheDocument();
  });
});
