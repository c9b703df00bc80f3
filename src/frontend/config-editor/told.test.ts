import { speak } from '../i18n/language.fixture';
import type { Json } from './draft';
import { toldCalendars, toldConversations, toldOwnTables, toldSla, toldSource, toldStore, toldSurveys, toldTargets, toldTime } from './told';

beforeAll(() => speak('en-US'));

const CARDS = ['csat', 'opened', 'closed', 'backlog', 'transfers'].map((metric) => ({ metric, value: '1' }));

it.each<[(json: Json) => string, Json, string]>([
  [toldSource, {}, 'Nothing is chosen yet'],
  [toldSource, { source: { type: 'postgres', layout: 'chatwoot', host: 'db', database: 'chat' } }, 'PostgreSQL · Chatwoot · db · chat'],
  [toldSource, { source: { type: 'files', path: '/srv/helpdesk' } }, 'Files · /srv/helpdesk'],
  [toldTime, {}, 'UTC · Monday · 8 hours a working day'],
  [toldTime, { timeZone: 'Europe/Amsterdam', weekStart: 'sunday', hoursPerWorkday: 7.5 }, 'Europe/Amsterdam · Sunday · 7.5 hours a working day'],
  [toldCalendars, { calendars: [{ id: 'office', name: 'Office' }, { id: 'night' }] }, 'Office, night'],
  [toldSla, { slaTargets: [{}, {}], pausingStatuses: ['on_hold'] }, 'Targets of its own: 2 · Paused by: On hold'],
  [toldTargets, {}, 'None'],
  [toldTargets, { targets: CARDS }, 'Customer satisfaction (CSAT), Opened tickets, Closed tickets, Backlog and 1 more'],
  [toldOwnTables, { tables: { shift: { file: 'a.csv' } } }, 'shift'],
  [toldConversations, {}, 'Only public replies are answers'],
  [toldConversations, { answers: ['call'], newConversationAfter: '24h' }, 'Kinds of answer besides replies: 1 · Anew after 24h'],
  [toldSurveys, {}, 'Seen by Editor and above'],
  [toldStore, { refreshInterval: '5m', store: { directory: '/srv/store' } }, 'Read every 5m · /srv/store'],
])('%p of %j', (told, json, expected) => {
  expect(told(json)).toBe(expected);
});
