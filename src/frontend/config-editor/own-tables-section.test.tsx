import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

import { choose, drawEditors } from '../screen.fixture';
import { type Json, write } from './draft';
import { OwnTablesSection } from './own-tables-section';
import { unfoldAll } from './sections.fixture';

drawEditors();

function show(first: Json) {
  let now = first;
  function Page() {
    const [json, setJson] = useState(first);
    now = json;
    return <OwnTablesSection json={json} change={(path, value) => setJson((before) => write(before, path, value))} disabled={false} />;
  }
  render(<Page />);
  unfoldAll();
  return () => now.tables;
}

it.each([
  ['files', 'file', '/srv/planner/shifts.csv'],
  ['postgres', 'table', 'planner.shifts'],
])('takes a table of a helpdesk in %s from a %s', async (type, kind, place) => {
  const tables = show({ source: { type } });
  await userEvent.click(screen.getByRole('button', { name: 'Add a table' }));
  await choose('Table 1', 'agent_status');
  await userEvent.click(screen.getByRole('textbox', { name: 'Place of table 1' }));
  await userEvent.paste(place);
  expect(tables()).toEqual({ agent_status: { [kind]: place } });
});

it('keeps what was typed where a table turns out to be a file', async () => {
  const tables = show({ source: { type: 'postgres' }, tables: { agent: { table: '/srv/agents.csv' } } });
  await userEvent.click(screen.getByRole('radio', { name: 'File' }));
  expect(tables()).toEqual({ agent: { file: '/srv/agents.csv' } });
});
