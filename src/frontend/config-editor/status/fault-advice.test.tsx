import { type DataSourceSrv, setDataSourceSrv } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, useState } from 'react';

import type { Fault, Proposal, StoreStatus } from '../../data-status/store-status';
import { drawEditors } from '../../screen.fixture';
import { ConfigEditor } from '../config-editor';

type Options = ComponentProps<typeof ConfigEditor>['options'];

const SOURCE = { type: 'postgres', host: 'db', database: 'helpdesk', user: 'reader' } as const;
const FAILED: StoreStatus = {
  phase: 'failed',
  generation: null,
  loadedAt: null,
  checkedAt: null,
  progress: null,
  lastError: 'The schema "public" has no table or view "ticket".',
  refreshing: false,
  nextRefreshAt: null,
  waitingForLock: false,
};
const PROPOSAL: Proposal = {
  layout: 'chatwoot',
  layoutOptions: {},
  label: 'Chatwoot',
  remarks: [
    { kind: 'note', text: 'This Chatwoot is 4.2 or later, which the layout "chatwoot" reads.' },
    { kind: 'lack', text: 'The layout "chatwoot" has nothing for stage: Chatwoot has no stages.' },
  ],
  problem: null,
  reportsWithoutData: [{ metric: 'csat', label: 'CSAT', needs: ['survey'] }],
};

drawEditors();

/** The page of a data source whose helpdesk cannot be read, and which says why. */
function show(fault: Partial<Fault>, own: Partial<Options> = {}) {
  const lastFault = { hint: null, page: 'docs/troubleshooting.md#schema', ...fault };
  const saved = { status: async () => ({ ...FAILED, lastFault }), getResource: async () => ({ countries: [] }) };
  setDataSourceSrv({ get: async () => saved, getInstanceSettings: () => ({ jsonData: { source: SOURCE } }) } as unknown as DataSourceSrv);
  const seen = { options: { uid: 'helpdesk', jsonData: { source: SOURCE }, secureJsonFields: {}, version: 1, ...own } as Options };
  function Page() {
    const [options, setOptions] = useState(seen.options);
    seen.options = options;
    return <ConfigEditor options={options} onOptionsChange={setOptions} />;
  }
  render(<Page />);
  return { source: () => seen.options.jsonData.source };
}

it('a helpdesk whose tables are recognised is read after one click', async () => {
  const { source } = show({ proposal: PROPOSAL });
  expect(await screen.findByText('These are Chatwoot’s tables')).toBeTruthy();
  expect(screen.getByText(/^This Chatwoot is 4\.2 or later/)).toBeTruthy();
  // said once
  expect(screen.queryByText(/^The last refresh failed/)).toBeNull();
  expect(screen.getByRole('list', { name: 'Remarks on the helpdesk', hidden: true }).textContent).toMatch(/has nothing for stage/);
  expect(screen.getByRole('list', { name: 'Reports without data', hidden: true }).textContent).toBe('Customer satisfaction (CSAT): rows in survey');
  await userEvent.click(screen.getByRole('button', { name: 'Use the layout “Chatwoot”' }));
  expect(source()).toEqual({ ...SOURCE, layout: 'chatwoot' });
  expect(screen.getByText(/is chosen: save and test/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Use the layout/ })).toBeNull();
});

it('options that the tables say are taken with the layout, and those of the one before go', async () => {
  const written = { ...SOURCE, layout: 'chatwoot', layoutOptions: { account: 1 } };
  const { source } = show(
    { proposal: { ...PROPOSAL, layout: 'osticket', label: 'osTicket', layoutOptions: { prefix: 'help_' } } },
    { jsonData: { source: written } as unknown as Options['jsonData'] }
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Use the layout “osTicket”' }));
  expect(source()).toEqual({ ...SOURCE, layout: 'osticket', layoutOptions: { prefix: 'help_' } });
  expect(screen.getByText(/is chosen: save and test/)).toBeTruthy();
});

it('where settings are provisioned it is told what to write there, and what is in the way', async () => {
  show({ proposal: { ...PROPOSAL, problem: 'The user may not read the table "users".' } }, { readOnly: true });
  expect(await screen.findByText(/write source\.layout: chatwoot/)).toBeTruthy();
  expect(screen.getByText('Before it can be read: The user may not read the table "users".')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Use the layout/ })).toBeNull();
});

it('of any other fault what to do is told, and where more is said', async () => {
  show({ page: 'docs/troubleshooting.md#auth', hint: 'As the owner, run: GRANT SELECT;' });
  expect(await screen.findByText('As the owner, run: GRANT SELECT;')).toBeTruthy();
  expect(screen.getByText('More on this kind of fault: docs/troubleshooting.md#auth')).toBeTruthy();
});
