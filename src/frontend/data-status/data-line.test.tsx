import { config } from '@grafana/runtime';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { drawEditors } from '../screen.fixture';
import { DataLine } from './data-line';
import type { StoreStatus } from './store-status';

const MINUTE = 60_000;
const state = (own: Partial<StoreStatus> = {}): StoreStatus => ({
  phase: 'ready',
  generation: 1,
  loadedAt: Date.now() - 60 * MINUTE,
  checkedAt: Date.now() - 3 * MINUTE,
  progress: null,
  lastError: null,
  refreshing: false,
  nextRefreshAt: null,
  waitingForLock: false,
  ...own,
});

drawEditors();
const role = (orgRole: string) => Object.assign(config.bootData.user, { orgRole });
const line = () => screen.findByRole('status', { name: 'How fresh the data is' });
const button = () => screen.queryByRole<HTMLButtonElement>('button', { name: 'Refresh now' });

it('says when the helpdesk was last looked at, not when the data was loaded', async () => {
  role('Viewer');
  render(<DataLine source={{ status: async () => state(), refresh: jest.fn() }} onRefreshed={jest.fn()} />);
  expect((await line()).textContent).toBe('Data as of 3 minutes ago.');
  expect(button()).toBeNull();
});

it('runs the query again once a refresh that was asked for has read the helpdesk', async () => {
  role('Editor');
  const onRefreshed = jest.fn();
  const status = jest.fn(async () => state());
  render(<DataLine source={{ status, refresh: async () => state() }} onRefreshed={onRefreshed} />);
  await line();
  status.mockResolvedValue(state({ checkedAt: Date.now() }));
  await userEvent.click(button() as HTMLButtonElement);
  await waitFor(() => expect(onRefreshed).toHaveBeenCalledTimes(1), { timeout: 5_000 });
});

it.each([
  [
    'the backend does not allow it',
    () => Promise.reject({ data: { message: 'A refresh needs the Grafana role Editor; yours is Viewer.' } }),
    /needs the Grafana role/,
  ],
  [
    'it ends in a fault',
    async () => state({ lastError: 'The database refused the password.' }),
    /^The last refresh failed: The database refused the password\.$/,
  ],
])('says what went wrong where %s', async (_what, refresh, sentence) => {
  role('Admin');
  render(<DataLine source={{ status: async () => state(), refresh }} onRefreshed={jest.fn()} />);
  await line();
  await userEvent.click(button() as HTMLButtonElement);
  expect(await screen.findByText(sentence)).toBeTruthy();
});

it('is not there where the store cannot be asked, which the panel itself says', async () => {
  role('Editor');
  const status = jest.fn(() => Promise.reject(new Error('down')));
  const { container } = render(<DataLine source={{ status, refresh: jest.fn() }} onRefreshed={jest.fn()} />);
  await waitFor(() => expect(status).toHaveBeenCalled());
  expect(container.textContent).toBe('');
});
