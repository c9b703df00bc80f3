import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

import { drawEditors } from '../screen.fixture';
import { type Json, write } from './draft';
import { LayoutOptions } from './layout-options';

drawEditors();

/** The fields over settings that change as Grafana's do. */
function show(source: Json) {
  const seen = { json: { source } as Json };
  function Page() {
    const [json, setJson] = useState(seen.json);
    seen.json = json;
    return (
      <LayoutOptions json={json} change={(path, value) => setJson(write(json, path, value))} connection={source.type === 'files' ? 'files' : 'postgres'} />
    );
  }
  render(<Page />);
  return { source: () => seen.json.source };
}

it('asks what the chosen layout asks', async () => {
  const { source } = show({ type: 'postgres', layout: 'chatwoot' });
  await userEvent.type(screen.getByRole('textbox', { name: /^Account/ }), '12');
  expect(source()).toEqual({ type: 'postgres', layout: 'chatwoot', layoutOptions: { account: 12 } });
});

it.each<[string, Json]>([
  ['canonical tables', { type: 'postgres' }],
  ['a layout that reads no files', { type: 'files', layout: 'chatwoot' }],
  ['a layout that nobody knows', { type: 'postgres', layout: 'constructor' }],
])('asks nothing of %s', (_, source) => {
  show(source);
  expect(screen.queryByRole('textbox')).toBeNull();
});
