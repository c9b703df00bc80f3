import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

import { drawEditors } from '../screen.fixture';
import { type ConfigProps, type Json, write } from './draft';
import { SourceSection } from './source-section';

drawEditors();

it('is MySQL or MariaDB, which have no schemas', async () => {
  const seen: { json: Json } = { json: {} };
  function Page() {
    const [json, setJson] = useState(seen.json);
    seen.json = json;
    const options = { secureJsonFields: {}, secureJsonData: {} } as unknown as ConfigProps['options'];
    return (
      <SourceSection json={json} change={(path, value) => setJson(write(json, path, value))} disabled={false} options={options} onOptionsChange={jest.fn()} />
    );
  }
  render(<Page />);
  await userEvent.click(screen.getByRole('radio', { name: 'MySQL or MariaDB' }));
  expect(screen.queryByRole('textbox', { name: /^Schema/ })).toBeNull();
  const port = screen.getByRole<HTMLInputElement>('textbox', { name: /^Port/ });
  expect(port.placeholder).toBe('3306');
  await userEvent.type(port, '3307');
  expect(seen.json.source).toEqual({ type: 'mysql', port: 3307 });
});
