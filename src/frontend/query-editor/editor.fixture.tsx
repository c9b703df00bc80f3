import { CoreApp } from '@grafana/data';
import { configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, useState } from 'react';

import { speak } from '../i18n/language.fixture';
import { queryOf } from '../query/query.fixture';
import { pretendScreen } from '../screen.fixture';
import type { DataSourceQuery } from '../types';
import { QueryEditor } from './query-editor';

/** Teams of a helpdesk, found by a part of their name or id. */
const TEAMS = [
  { id: 't1', name: 'Billing' },
  { id: 't2', name: 'Sales' },
];

/** An editor whose query changes as Grafana's would. */
export function show(own: object, app = CoreApp.PanelEditor) {
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
export async function choose(label: string | RegExp, text: string): Promise<void> {
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: label });
  field.focus();
  // as the tabulator key does
  field.select();
  // all letters at once: each redraws the whole editor
  await userEvent.paste(text);
  await screen.findByRole('option', { name: (name) => name.toLowerCase().includes(text.toLowerCase()) });
  await userEvent.keyboard('{ArrowDown}{Enter}');
}

/** Where the editor says what the query means. */
export const meaning = () => screen.getByRole('status', { name: 'What this query means' });
/** A drop-down, or null. */
export const box = (name: string | RegExp) => screen.queryByRole('combobox', { name });

/** Makes a file's tests draw whole editors, in English. */
export function drawEditors(): void {
  // on a busy machine slowly
  jest.setTimeout(30_000);
  beforeAll(async () => {
    pretendScreen();
    // jsdom takes long to say whether something is visible, and nothing here is hidden
    configure({ defaultHidden: true });
    const plain = document.createElement('div').style;
    jest.spyOn(window, 'getComputedStyle').mockImplementation(() => plain);
    await speak('en-US');
  });
}
