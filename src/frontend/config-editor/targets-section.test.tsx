import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

import { drawEditors } from '../screen.fixture';
import { type Json, write } from './draft';
import type { SavedHelpdesk } from './saved-helpdesk';
import { TargetsSection } from './targets-section';
import { unfoldAll } from './sections.fixture';

drawEditors();

const saved = { options: () => async () => [{ value: '7', label: 'Billing' }] } as unknown as SavedHelpdesk;

it('keeps targets as people write them, and leaves out what is not said', async () => {
  let now: Json = {};
  function Page() {
    const [json, setJson] = useState<Json>({});
    now = json;
    return <TargetsSection json={json} change={(path, value) => setJson((before) => write(before, path, value))} disabled={false} saved={saved} />;
  }
  render(<Page />);
  unfoldAll();
  await userEvent.click(screen.getByRole('button', { name: 'Add a target for a number' }));
  expect(now).toEqual({ targets: [{ metric: 'csat', value: '85%' }] });
  const value = screen.getByRole('textbox', { name: 'Value of target 1' });
  await userEvent.clear(value);
  await userEvent.type(value, '85');
  expect(value).toHaveAttribute('aria-invalid', 'true');
  await userEvent.type(value, '%');
  expect(value).toHaveAttribute('aria-invalid', 'false');
  expect(now).toEqual({ targets: [{ metric: 'csat', value: '85%' }] });
  await userEvent.click(screen.getByRole('button', { name: 'Remove the target of number 1' }));
  expect(now).toEqual({});
});
