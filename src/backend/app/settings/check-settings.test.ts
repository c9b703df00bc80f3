import type { Plan } from '../../query/plan';
import { parseSettings } from '../../../shared/settings';
import { checkWritten, misnomers } from './check-settings';
import { misnomerNotices } from './misnomers';

const { source } = parseSettings({ source: { type: 'files', path: 'desk' } });
const fine = { source, tables: {}, slaTargets: [], targets: [], timeZone: 'Europe/Amsterdam', calendars: [], pausingStatuses: ['on_hold'], topBox: {} };
const wanted = (team: string | null, value: number) => ({ metric: 'csat', team, hours: null, statistic: null, threshold: null, value });
const calendar = (id: string) => ({ id, name: id, timeZone: 'UTC', hours: [], exceptions: [] });

test.each([
  [{ timeZone: 'Mars/Base' }, 'The setting "timeZone" "Mars/Base" is not a time zone.'],
  [{ timeZone: 'Europe/Amsterdm' }, 'The setting "timeZone" "Europe/Amsterdm" is not a time zone. Did you mean "Europe/Amsterdam"?'],
  [{ timeZone: '+02:00' }, 'The setting "timeZone" "+02:00" is not a time zone. An offset knows no summer time'],
  [{ timeZone: 'Pacific Time (US & Canada)' }, '"Pacific Time (US & Canada)" is not a time zone. Did you mean "America/Los_Angeles"?'],
  [
    { timeZone: 'GMT+1' },
    '"GMT+1" is not a time zone. An offset knows no summer time: name a place, such as Europe/Paris or Asia/Kolkata, or Etc/GMT-1 where clocks never change',
  ],
  [
    { source: { ...source, databaseTimeZone: 'Amsterdam' } },
    'The setting "source.databaseTimeZone" "Amsterdam" is not a time zone. Did you mean "Europe/Amsterdam"?',
  ],
  [{ calendars: [calendar('office'), calendar('night'), calendar('office')] }, 'The setting "calendars" has more than one calendar "office": keep one.'],
  [{ pausingStatuses: ['on hold'] }, 'The setting "pausingStatuses" has "on hold", which is no status. Did you mean "on_hold"?'],
  [{ tables: { agent_status: { table: 'planner.shifts' } } }, 'The setting "tables.agent_status" names a table, which only a database has'],
  [
    {
      slaTargets: [
        { policy: null, clock: 'close' as const, priority: null, target: '8h', pauses: false },
        { ...{ policy: null, clock: 'close' as const, priority: null, target: '8h', pauses: false }, target: '4h' },
      ],
    },
    'The setting "slaTargets" has two targets of "close" for every priority: keep one.',
  ],
  [
    { targets: [wanted('7', 0.8), wanted(null, 0.8), wanted('7', 0.9)] },
    'The setting "targets" has two targets of "csat" for the team "7", the same hours and the same statistic: keep one.',
  ],
  [{ topBox: { stars: 0.5 } }, 'The setting "topBox" has "stars", which is no scale'],
  [{ topBox: { '1 - 5': 0.5 } }, 'The setting "topBox" has "1 - 5", which is no scale'],
  [{ topBox: { '5-1': 0.5 } }, 'The setting "topBox" has "5-1", which is no scale'],
])('refuses %j', (written, sentence) => {
  expect(() => checkWritten({ ...fine, ...written })).toThrow(sentence);
});

test.each([
  {},
  { calendars: [calendar('office'), calendar('night')] },
  { pausingStatuses: [] },
  { topBox: { '1-5': 1, '0-10': 0.1, '-1-1': 0.5, '-2--1': 1 } },
])('lets %j be', (written) => {
  expect(() => checkWritten({ ...fine, ...written })).not.toThrow();
});

const has = {
  calendars: ['office', 'night'],
  agents: ['a1', 'a2'],
  scales: ['1-5', '0-1'],
  teams: new Map([
    ['7', 'Billing'],
    ['8', 'Technical'],
  ]),
};
const none = { defaultCalendar: null, agentCalendars: {}, slaTargets: [], targets: [], topBox: {}, maxAge: '1h', refreshInterval: '10m' };
const [hours, csat, opened] = [
  { query: { hours: 'sla', filters: [] }, metric: { fact: 'close_fact', needs: [] } },
  { query: { hours: 'all', filters: [] }, metric: { fact: 'survey_fact', needs: [] } },
  { query: { hours: 'all', filters: [] }, metric: { fact: 'ticket_fact', needs: [] } },
] as unknown as readonly Plan[];

test.each<[Partial<Parameters<typeof misnomers>[0]>, string[], readonly Plan[]]>([
  [
    { defaultCalendar: 'offise' },
    ['The setting "defaultCalendar" names the calendar "offise", which neither the helpdesk nor the settings have. Did you mean "office"?'],
    [hours],
  ],
  [{ defaultCalendar: 'office', agentCalendars: { a1: 'night' }, topBox: { '1-5': 0.8 } }, [], []],
  [
    { agentCalendars: { a1: 'nigth' } },
    ['The setting "agentCalendars" gives the agent "a1" the calendar "nigth", which neither the helpdesk nor the settings have. Did you mean "night"?'],
    [hours],
  ],
  [
    { agentCalendars: { a9: 'night' } },
    ['The setting "agentCalendars" names the agent "a9", whom the helpdesk does not have: it is keyed by the agents’ ids. Did you mean "a1"?'],
    [],
  ],
  [
    { targets: [wanted('billing', 0.8), wanted('8', 0.9)] },
    ['The setting "targets" names the team "billing", which the helpdesk does not have: a team is named by its id. Did you mean "7", the id of "Billing"?'],
    [],
  ],
  [{ topBox: { '1-7': 0.5 } }, ['The setting "topBox" names the scale "1-7", which no survey of the helpdesk has. Did you mean "1-5"?'], [csat]],
  [{ maxAge: '5m' }, ['The setting "maxAge" (5m) is shorter than "refreshInterval" (10m): between refreshes alert rules would get errors.'], []],
  [
    { maxAge: '0s', refreshInterval: '1s' },
    ['The setting "maxAge" (0s) is shorter than "refreshInterval" (1s): between refreshes alert rules would get errors.'],
    [],
  ],
])('%j: what names nothing, and whose answers it spoils', (written, sentences, spoiled) => {
  const found = misnomers({ ...none, ...written }, has);
  expect(found.map(({ sentence }) => sentence)).toEqual(sentences);
  for (const plan of [hours, csat, opened]) {
    if (spoiled.includes(plan)) {
      expect(misnomerNotices(found, plan, { kind: 'person', role: 'Admin', alert: false })).toEqual([{ severity: 'warning', text: sentences[0] }]);
      expect(() => misnomerNotices(found, plan, { kind: 'alert_rule', role: 'None', alert: true })).toThrow(sentences[0]);
      expect(misnomerNotices(found, plan, { kind: 'person', role: 'Editor', alert: false })).toEqual([
        { severity: 'warning', text: expect.stringMatching(/^The data source’s settings have a mistake\. An administrator sees more/) },
      ]);
    } else {
      expect([
        misnomerNotices(found, plan, { kind: 'person', role: 'Admin', alert: false }),
        misnomerNotices(found, plan, { kind: 'alert_rule', role: 'None', alert: true }),
      ]).toEqual([[], []]);
    }
  }
});

test('a helpdesk without surveys has no scale to name', () => {
  expect(misnomers({ ...none, topBox: { '1-5': 1 } }, { ...has, scales: [] })).toEqual([]);
});

test.each([
  [{ a9: 'night' }, 'The setting "agentCalendars" names an agent, and the helpdesk has no agents at all.'],
  [{ a8: 'night', a9: 'office' }, 'The setting "agentCalendars" names 2 agents, and the helpdesk has no agents at all.'],
])('nor has one without agents anybody to give %j to, which is said once', (agentCalendars, sentence) => {
  expect(misnomers({ ...none, agentCalendars }, { ...has, agents: [] }).map((found) => found.sentence)).toEqual([sentence]);
});
