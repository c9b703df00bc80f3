import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

import { LAYOUT_CHOICES, type LayoutChoice } from '../../shared/layouts';
import { drawEditors } from '../screen.fixture';
import { type Json, write } from './draft';
import { LayoutField } from './layout-field';

const TWO: Readonly<Record<string, LayoutChoice>> = { ...LAYOUT_CHOICES, tinydesk: { label: 'Tinydesk', connections: ['postgres'] } };

drawEditors();

/** The field over settings that change as Grafana's do. */
function show(source: Json, layouts?: Readonly<Record<string, LayoutChoice>>) {
  const seen = { json: { source } as Json };
  function Page() {
    const [json, setJson] = useState(seen.json);
    seen.json = json;
    return (
      <LayoutField
        json={json}
        change={(path, value) => setJson(write(json, path, value))}
        connection={source.type === 'files' ? 'files' : 'postgres'}
        layouts={layouts}
      />
    );
  }
  render(<Page />);
  return { source: () => seen.json.source };
}

it('chooses among the layouts of a connection; the default is not written', async () => {
  const { source } = show({ type: 'postgres', host: 'db' }, TWO);
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: /^Whose tables/ });
  expect(field.value).toBe('Canonical tables');
  const choose = async (label: string): Promise<void> => {
    await userEvent.click(field);
    await userEvent.click(await screen.findByRole('option', { name: label }));
  };
  await choose('Tinydesk');
  expect(source()).toEqual({ type: 'postgres', host: 'db', layout: 'tinydesk' });
  await choose('Canonical tables');
  expect(source()).toEqual({ type: 'postgres', host: 'db' });
});

it('is not there where a connection has one layout only', () => {
  show({ type: 'files' }, TWO);
  show({ type: 'files' });
  expect(screen.queryByRole('combobox')).toBeNull();
});
