import { type DataSourceSrv, setDataSourceSrv } from '@grafana/runtime';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, useState } from 'react';

import { choose, drawEditors } from '../screen.fixture';
import { ConfigEditor } from './config-editor';
import type { StoreStatus } from '../data-status/store-status';
import { unfoldAll } from './sections.fixture';

type Options = ComponentProps<typeof ConfigEditor>['options'];

const READY: StoreStatus = {
  phase: 'ready',
  generation: 1,
  loadedAt: Date.now() - 120_000,
  checkedAt: Date.now() - 120_000,
  progress: null,
  lastError: null,
  refreshing: false,
  nextRefreshAt: null,
  waitingForLock: false,
};
const HOLIDAYS = [
  { date: '2026-04-27', name: 'Koningsdag' },
  { date: '2026-12-25', name: 'Eerste kerstdag' },
];

/** The saved data source: what Grafana passes on to the backend, and what that answers. */
const saved = {
  now: READY,
  jsonData: {} as object,
  getResource: jest.fn(async (path: string, _params?: Record<string, string>): Promise<unknown> => {
    const answers: Readonly<Record<string, unknown>> = {
      'holidays/countries': { countries: [{ id: 'NL', name: 'Netherlands', regions: [] }] },
      holidays: { holidays: HOLIDAYS },
    };
    return answers[path];
  }),
  status: jest.fn(async (): Promise<StoreStatus> => saved.now),
  refresh: jest.fn(async (): Promise<StoreStatus> => saved.now),
  callHealthCheck: jest.fn(async () => ({
    message: 'Connected',
    details: {
      tables: { ticket: { rows: 1200, columns: 20 }, survey: { rows: 0, columns: 8 } },
      reportsWithoutData: [{ metric: 'csat', label: 'CSAT', needs: ['survey'] }],
    },
  })),
  values: jest.fn(async () => ({ values: [{ id: 'a1', name: 'Anna' }], more: false })),
};

/** A page whose settings change as Grafana's do. */
function show(own: Partial<Options> = {}) {
  const seen: { options: Options } = { options: { uid: 'helpdesk', jsonData: {}, secureJsonFields: {}, version: 1, ...own } as Options };
  function Page() {
    const [options, setOptions] = useState(seen.options);
    seen.options = options;
    return <ConfigEditor options={options} onOptionsChange={setOptions} />;
  }
  saved.jsonData = seen.options.jsonData;
  render(<Page />);
  unfoldAll();
  return { json: () => seen.options.jsonData as Readonly<Record<string, unknown>>, options: () => seen.options };
}

async function type(label: string | RegExp, text: string): Promise<void> {
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: label });
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
  await userEvent.tab();
}

const POSTGRES = { type: 'postgres', host: 'db', database: 'helpdesk', user: 'reader' } as const;

drawEditors();
beforeEach(() => {
  jest.clearAllMocks();
  saved.now = READY;
  setDataSourceSrv({ get: async () => saved, getInstanceSettings: () => ({ jsonData: saved.jsonData }) } as unknown as DataSourceSrv);
});

describe('the source', () => {
  it('is PostgreSQL, typed in, a port being a number', async () => {
    const { json } = show();
    await userEvent.click(screen.getByRole('radio', { name: 'PostgreSQL' }));
    await type(/^Host/, 'db.example.org');
    await type(/^Port/, '5433');
    await type(/^Database/, 'helpdesk');
    await type(/^User/, 'reader');
    expect(json().source).toEqual({ type: 'postgres', host: 'db.example.org', port: 5433, database: 'helpdesk', user: 'reader' });
  });

  it('keeps a layout that was written, whatever else is changed', async () => {
    const source = { ...POSTGRES, type: 'mysql', layout: 'canonical' } as const;
    const { json } = show({ jsonData: { source } });
    await type(/^Host/, 'db.example.org');
    expect(json().source).toEqual({ ...source, host: 'db.example.org' });
  });

  it('keeps what was written for one kind after a look at the other', async () => {
    const { json } = show({ jsonData: { source: POSTGRES } });
    await userEvent.click(screen.getByRole('radio', { name: 'Files' }));
    await type(/^Path/, '/srv/helpdesk');
    expect(json().source).toEqual({ type: 'files', path: '/srv/helpdesk' });
    await userEvent.click(screen.getByRole('radio', { name: 'PostgreSQL' }));
    expect(json().source).toEqual(POSTGRES);
  });

  it('has a time limit for files too', async () => {
    const { json } = show({ jsonData: { source: { type: 'files', path: '/srv/helpdesk' } } });
    await type(/^Time limit/, '5m');
    expect(json().source).toEqual({ type: 'files', path: '/srv/helpdesk', readTimeout: '5m' });
  });

  it.each<[string | RegExp, string, string, object]>([
    [/^Port/, '54x', 'Write a whole number from 1 to 65535.', { source: { ...POSTGRES, port: '54x' } }],
    [/^Time limit/, '10', 'Write a number and a unit: 30s, 5m, 1h or 1d.', { source: { ...POSTGRES, statementTimeout: '10' } }],
    [/^Memory/, '1 gig', 'Write a number and a unit: 512MB or 1GB.', { source: POSTGRES, store: { memoryLimit: '1 gig' } }],
  ])('keeps a half-typed %s, and says what is wrong', async (label, text, sentence, expected) => {
    const { json } = show({ jsonData: { source: POSTGRES } });
    await type(label, text);
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(json()).toEqual(expected);
  });

  it('warns of a connection that nobody checks', async () => {
    const { json } = show({ jsonData: { source: POSTGRES } });
    await choose('Encryption (TLS)', 'Encrypt, check nothing');
    expect(json().source).toEqual({ ...POSTGRES, tls: { mode: 'require' } });
    expect(screen.getByText(/could pretend to be the database/)).toBeTruthy();
  });
});

describe('secrets', () => {
  it('are written apart from the settings', async () => {
    const { json, options } = show({ jsonData: { source: POSTGRES } });
    await userEvent.type(screen.getByLabelText('Password'), 'hush');
    expect(options().secureJsonData).toEqual({ password: 'hush' });
    expect(JSON.stringify(json())).not.toContain('hush');
  });

  it('cannot be read back, only taken away', async () => {
    const { options } = show({ jsonData: { source: POSTGRES }, secureJsonFields: { password: true } });
    expect(screen.getByLabelText<HTMLInputElement>('Password').disabled).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: /reset/i }));
    expect(options().secureJsonFields).toEqual({ password: false });
    expect(options().secureJsonData).toEqual({ password: '' });
  });
});

describe('calendars', () => {
  it('begin with office hours in the settings’ zone, and are edited by day', async () => {
    const { json } = show({ jsonData: { source: POSTGRES, timeZone: 'Europe/Amsterdam' } });
    await userEvent.click(screen.getByRole('button', { name: 'Add a calendar' }));
    await type('Monday, period 1: to', '12:00');
    await userEvent.click(screen.getByRole('button', { name: 'Copy to Tuesday to Friday' }));
    await userEvent.click(screen.getByRole('button', { name: 'Remove Friday, period 1' }));
    expect(json().calendars).toEqual([
      {
        id: 'calendar-1',
        timeZone: 'Europe/Amsterdam',
        exceptions: [],
        hours: [1, 2, 3, 4].map((weekday) => ({ weekday, start: '09:00', end: '12:00' })),
      },
    ]);
  });

  it('take a country’s public holidays, each once', async () => {
    const exceptions = [{ date: '2026-12-25', kind: 'holiday' as const }];
    const { json } = show({ jsonData: { source: POSTGRES, calendars: [{ id: 'office', timeZone: 'UTC', hours: [], exceptions }] } });
    await userEvent.click(screen.getByRole('button', { name: 'Public holidays of a country' }));
    await waitFor(() => expect(saved.getResource).toHaveBeenCalledWith('holidays/countries', expect.anything(), expect.anything()));
    await choose('Country', 'Netherlands');
    const found = await screen.findByRole('list', { name: 'Public holidays' });
    expect(
      within(found)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    ).toEqual(['2026-04-27 Koningsdag', '2026-12-25 Eerste kerstdag']);
    await userEvent.click(screen.getByRole('button', { name: 'Add 2 closed days' }));
    expect(json().calendars).toEqual([
      expect.objectContaining({
        exceptions: [
          { date: '2026-04-27', kind: 'holiday' },
          { date: '2026-12-25', kind: 'holiday' },
        ],
      }),
    ]);
  });

  it('say when two have the same id', async () => {
    show({
      jsonData: {
        source: POSTGRES,
        calendars: [
          { id: 'a', timeZone: 'UTC' },
          { id: 'a', timeZone: 'UTC' },
        ],
      },
    });
    expect(screen.getAllByText('Another calendar has this id.')).toHaveLength(2);
  });
});

it('warns where alert rules would fail between two refreshes', async () => {
  const { json } = show({ jsonData: { source: POSTGRES } });
  expect(screen.queryByText(/fail between two refreshes/)).toBeNull();
  await type(/^Alert rules fail/, '5m');
  expect(json().maxAge).toBe('5m');
  expect(screen.getByText(/fail between two refreshes/)).toBeTruthy();
});

it('offers what else is an answer, and when a new conversation begins', async () => {
  const { json } = show({ jsonData: { source: POSTGRES, answers: ['call'] } });
  await userEvent.click(screen.getByRole('button', { name: 'Remove Calls' }));
  await type(/^A new conversation begins after a silence of/, '24h');
  expect(json()).toEqual({ source: POSTGRES, newConversationAfter: '24h' });
});

it('says from which rating a scale is positive', () => {
  show({ jsonData: { source: POSTGRES, topBox: { '1-5': 0.75 } } });
  expect(screen.getByText('Positive from 4 of 1-5')).toBeTruthy();
});

it('offers the statuses that pause SLA clocks, and keeps those that are chosen', async () => {
  const { json } = show({ jsonData: { source: POSTGRES } });
  await userEvent.click(screen.getByRole('button', { name: 'Remove Waiting for customer' }));
  expect(json()).toEqual({ source: POSTGRES, pausingStatuses: ['on_hold'] });
});

it('keeps surveys from alert rules and public dashboards, each by itself; the older setting stands for both', async () => {
  const { json } = show({ jsonData: { source: POSTGRES, surveyWithoutUser: false } });
  const [alerts, dashboards] = [/^Alert rules see them too/, /^Public dashboards show them too/].map((name) =>
    screen.getByRole<HTMLInputElement>('switch', { name })
  );
  expect([alerts.checked, dashboards.checked]).toEqual([false, false]);
  await userEvent.click(alerts);
  expect([alerts.checked, dashboards.checked]).toEqual([true, false]);
  expect(json()).toEqual({ source: POSTGRES, surveyWithoutUser: false, surveyInAlerts: true });
});

it('takes the settings as JSON, and only when they are JSON', async () => {
  const { json } = show({ jsonData: { source: POSTGRES } });
  await type(/^Settings/, '{"source":');
  expect(screen.getByText(/This is not JSON yet/)).toBeTruthy();
  expect(json()).toEqual({ source: POSTGRES });
  await type(/^Settings/, '{"timeZone":"Europe/Oslo"}');
  expect(json()).toEqual({ timeZone: 'Europe/Oslo' });
});

describe('the data', () => {
  it('shows how far the first reading is', async () => {
    saved.now = { ...READY, phase: 'loading', loadedAt: null, checkedAt: null, progress: { step: 'reading message', done: 250, total: 1000 } };
    show({ jsonData: { source: POSTGRES } });
    expect(await screen.findByText('The helpdesk is being read for the first time. Reading the table “message”.')).toBeTruthy();
    expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Progress of the refresh' }).value).toBe(250);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Refresh now' }).disabled).toBe(true);
  });

  it('is not asked for before a source is saved', async () => {
    show({ jsonData: {} });
    await userEvent.click(screen.getByRole('radio', { name: 'PostgreSQL' }));
    expect(screen.getByText(/^Choose where the helpdesk’s tables are and save/)).toBeTruthy();
    expect(saved.status).not.toHaveBeenCalled();
  });

  it('shows what was found, and what the empty reports need', async () => {
    show({ jsonData: { source: POSTGRES } });
    await screen.findByText('Tables: 1 with rows, 1 without');
    expect(screen.getByText('Reports without data: 1')).toBeTruthy();
    unfoldAll();
    const rows = within(screen.getByRole('table', { name: 'Tables of the helpdesk' })).getAllByRole('row');
    expect(rows.map(({ textContent }) => textContent)).toEqual(['TableRows', 'ticket1,200', 'survey0']);
    expect(screen.getByRole('list', { name: 'Reports without data' }).textContent).toBe('Customer satisfaction (CSAT): rows in survey');
  });

  it('shows what was said of the helpdesk', async () => {
    const text = 'The layout "tinydesk" has nothing for agent_status: Tinydesk keeps no presence.';
    const { message, details } = await saved.callHealthCheck();
    const told = { message, details: { ...details, remarks: [{ kind: 'lack', text }] } };
    saved.callHealthCheck.mockResolvedValueOnce(told);
    show({ jsonData: { source: POSTGRES } });
    expect((await screen.findByRole('list', { name: 'Remarks on the helpdesk' })).textContent).toBe(text);
  });

  it('refreshes when asked', async () => {
    show({ jsonData: { source: POSTGRES } });
    await userEvent.click(await screen.findByRole('button', { name: 'Refresh now' }));
    await waitFor(() => expect(saved.refresh).toHaveBeenCalledTimes(1));
  });

  it('says why the last refresh failed', async () => {
    saved.now = { ...READY, lastError: 'The database refused the password.' };
    show({ jsonData: { source: POSTGRES } });
    expect(await screen.findByText('The last refresh failed: The database refused the password.')).toBeTruthy();
  });
});
