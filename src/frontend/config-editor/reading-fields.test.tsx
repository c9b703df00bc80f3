import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

import { choose, drawEditors } from '../screen.fixture';
import { type Json, write } from './draft';
import { ReadingFields } from './reading-fields';

drawEditors();

it('says in which zone instants are, and which ids mean nobody, while a comma is being typed', async () => {
  const seen: { json: Json } = { json: { source: { type: 'files', path: '/srv/helpdesk' } } };
  function Page() {
    const [json, setJson] = useState(seen.json);
    seen.json = json;
    return <ReadingFields json={json} change={(path, value) => setJson(write(json, path, value))} />;
  }
  render(<Page />);
  await choose(/^Instants without a zone are in/, 'Europe/Amsterdam');
  const ids = screen.getByRole<HTMLInputElement>('textbox', { name: /^Ids that mean nobody/ });
  await userEvent.type(ids, '0, 1,');
  expect(ids.value).toBe('0, 1,');
  expect(seen.json).toEqual({ source: { type: 'files', path: '/srv/helpdesk', databaseTimeZone: 'Europe/Amsterdam' }, unassignedIds: ['0', '1'] });
  await userEvent.clear(ids);
  expect(seen.json.unassignedIds).toBeUndefined();
});
