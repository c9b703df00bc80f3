import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

import { drawEditors } from '../screen.fixture';
import { type Json, write } from './draft';
import { SlaTargets } from './sla-targets';

drawEditors();

it('lists what is promised, with defaults left out', async () => {
  let now: Json = {};
  function Page() {
    const [json, setJson] = useState<Json>({});
    now = json;
    return <SlaTargets json={json} change={(path, value) => setJson((before) => write(before, path, value))} disabled={false} />;
  }
  render(<Page />);
  await userEvent.click(screen.getByRole('button', { name: 'Add a target' }));
  expect(now).toEqual({ slaTargets: [{ clock: 'first_reply', target: '8h' }] });
  await userEvent.click(screen.getByRole('textbox', { name: 'Priority 1' }));
  await userEvent.paste('high');
  await userEvent.click(screen.getByRole('switch', { name: 'Target 1 pauses' }));
  expect(now).toEqual({ slaTargets: [{ clock: 'first_reply', target: '8h', priority: 'high', pauses: true }] });
  await userEvent.clear(screen.getByRole('textbox', { name: 'Priority 1' }));
  expect(now).toEqual({ slaTargets: [{ clock: 'first_reply', target: '8h', pauses: true }] });
  await userEvent.click(screen.getByRole('button', { name: 'Remove target 1' }));
  expect(now).toEqual({});
});
