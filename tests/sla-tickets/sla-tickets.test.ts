import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadFolder, type Loaded, unload } from '../oracle/backend';
import { writeHelpdesk } from '../oracle/write';
import type { CalendarId } from './agreement';
import { AGREEMENTS } from './agreements';
import { CONVERSATION } from './conversation';
import { helpdeskOf } from './helpdesk';
import { HOURS } from './hours';
import { LEFT_OUT } from './left-out';
import { OUTCOMES } from './outcomes';
import { PAUSES } from './pauses';
import { attainment, duration, isOpen, toldClocks } from './reports';
import type { ExpectedClock, Look, SlaTicket } from './story';
import { at } from './times';

/**
 * Twenty-six tickets whose SLA clocks were worked by hand, on a helpdesk that the real backend reads, derives and answers queries of.
 * What was agreed stands in agreement.ts, each ticket's working in the comment above it.
 */
const TICKETS: readonly SlaTicket[] = [...HOURS, ...PAUSES, ...CONVERSATION, ...AGREEMENTS, ...OUTCOMES, ...LEFT_OUT];
const CASES = TICKETS.flatMap((ticket) =>
  ticket.looks.map((look): [string, string, string, SlaTicket, Look] => [ticket.id, ticket.story, look.now, ticket, look])
);

const plugins = new Map<CalendarId | null, Loaded>();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sla-tickets-'));
  await writeHelpdesk(helpdeskOf(TICKETS), folder);
  for (const defaultCalendar of ['office', null] as const) {
    plugins.set(defaultCalendar, await loadFolder(folder, { defaultCalendar, topBox: {} }));
  }
}, 60_000);
afterAll(async () => {
  for (const plugin of plugins.values()) {
    await unload(plugin);
  }
  await rm(folder, { recursive: true });
});

/** A clock that stands in no report: there is nothing left to answer, or nobody knows yet when it is due. */
const isUntold = ({ outcome }: ExpectedClock) => outcome === 'dropped' || outcome === 'paused';
const inOrder = (clocks: readonly ExpectedClock[]) => [...clocks].sort((a, b) => at(a.started) - at(b.started) || a.clock.localeCompare(b.clock));

it('are 26 tickets', () => {
  expect(TICKETS.map(({ id }) => id).sort()).toEqual(Array.from({ length: 26 }, (_, i) => `T${String(i + 1).padStart(2, '0')}`));
});

describe.each(CASES)('%s %s, on %s', (_id, _story, _now, ticket, look) => {
  const office = () => plugins.get('office') as Loaded;
  const { clocks, reports = [] } = look;

  it('has the clocks that were worked by hand', async () => {
    expect(inOrder(await toldClocks(office(), ticket, look))).toEqual(inOrder(clocks.filter((one) => !isUntold(one))));
    const [kept, broken] = (['attained', 'breached'] as const).map((outcome) => clocks.filter((one) => one.outcome === outcome).length);
    expect(await attainment(office(), ticket, look)).toEqual(kept + broken === 0 ? null : kept / (kept + broken));
  });

  const untold = clocks.filter(isUntold);
  if (untold.length > 0) {
    it('is closed where a promise was dropped, and open where it is paused', async () => {
      expect(await isOpen(office(), ticket, look)).toBe(untold[0].outcome === 'paused');
    });
  }

  for (const report of reports) {
    it(`says ${report.metric} in ${report.hours} hours, default calendar ${report.defaultCalendar}: ${report.is}`, async () => {
      expect(await duration(plugins.get(report.defaultCalendar) as Loaded, ticket, look, report)).toBe(report.is);
    });
  }

  if (ticket.leftOut) {
    it('is in no number unless asked for', async () => {
      const { leftOut: _asked, ...plain } = ticket;
      expect(await toldClocks(office(), plain, look)).toEqual([]);
      expect(await attainment(office(), plain, look)).toBeNull();
    });
  }
});
