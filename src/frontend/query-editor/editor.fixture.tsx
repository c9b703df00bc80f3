import { CoreApp } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import { type ComponentProps, useState } from 'react';

import type { CustomFieldId } from '../../shared/words';
import { queryOf } from '../query/query.fixture';
import type { DataSourceQuery } from '../types';
import { QueryEditor } from './query-editor';

/** Teams of a helpdesk, found by a part of their name or id. */
const TEAMS = [
  { id: 't1', name: 'Billing' },
  { id: 't2', name: 'Sales' },
];

/** An editor whose query changes as Grafana's would, of a helpdesk with some custom fields. */
export function show(own: object, app = CoreApp.PanelEditor, fields: readonly CustomFieldId[] = []) {
  const [onChange, onRunQuery] = [jest.fn<void, [DataSourceQuery]>(), jest.fn()];
  const values = jest.fn(async (_: string, { search = '' } = {}) => ({
    values: TEAMS.filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(search.toLowerCase())),
    more: false,
  }));
  const customFields = jest.fn(async () => fields);
  // that of a helpdesk nobody can ask: it is drawn nowhere
  const status = jest.fn(() => Promise.reject(new Error('not asked here')));
  // without a schema the JSON is plain text, as jsdom can draw it
  const querySchema = status;
  function Panel() {
    const [query, setQuery] = useState(queryOf(own));
    const change = (next: DataSourceQuery) => {
      onChange(next);
      // Grafana's editor of alert rules lays the new query over the old one
      setQuery((before) => (app === CoreApp.UnifiedAlerting ? { ...before, ...next } : next));
    };
    return (
      <QueryEditor
        {...({
          app,
          query,
          datasource: { values, customFields, status, refresh: status, querySchema },
          onChange: change,
          onRunQuery,
        } as unknown as ComponentProps<typeof QueryEditor>)}
      />
    );
  }
  render(<Panel />);
  return { onChange, onRunQuery, values, last: () => onChange.mock.lastCall?.[0] };
}

/** Where the editor says what the query means. */
export const meaning = () => screen.getByRole('status', { name: 'What this query means' });
/** A drop-down, or null. */
export const box = (name: string | RegExp) => screen.queryByRole('combobox', { name });
