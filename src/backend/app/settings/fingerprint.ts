import { createHash } from 'node:crypto';

import { ownerKey, type StoreOwner } from '../../store/folder/store-folder';
import type { Settings } from '../../../shared/settings';

/**
 * What each setting decides: which `rows` are read, which `facts` are derived from them, the store's `upkeep` (where it lies, how and when it is loaded), or what
 * `answers` say. Rows that other settings decided are read anew, facts derived anew: so only `rows` may be looked at when rows are read, and only both when facts are derived.
 */
const DECIDES = {
  source: 'rows',
  tables: 'rows',
  // rows may name no other calendars: of which there are, see below
  calendars: 'facts',
  defaultCalendar: 'facts',
  agentCalendars: 'facts',
  slaTargets: 'facts',
  pausingStatuses: 'facts',
  answers: 'facts',
  newConversationAfter: 'facts',
  unassignedIds: 'rows',
  store: 'upkeep',
  refreshInterval: 'upkeep',
  maxAge: 'answers',
  timeZone: 'answers',
  weekStart: 'answers',
  topBox: 'answers',
  targets: 'answers',
  hoursPerWorkday: 'answers',
  ticketUrl: 'answers',
  surveyRole: 'answers',
  surveyInAlerts: 'answers',
  surveyOnPublicDashboards: 'answers',
} as const satisfies Record<keyof Settings, 'rows' | 'facts' | 'upkeep' | 'answers'>;

type ContentKey = { [Key in keyof Settings]: (typeof DECIDES)[Key] extends 'rows' | 'facts' ? Key : never }[keyof Settings];

/** The settings that decide what a store holds: all that reading and deriving may look at. */
export type ContentSettings = Pick<Settings, ContentKey>;

const KEYS = Object.keys(DECIDES) as Array<keyof Settings>;
const ROWS = KEYS.filter((key) => DECIDES[key] === 'rows');
const CONTENT = KEYS.filter((key) => DECIDES[key] === 'rows' || DECIDES[key] === 'facts');

/** What decides which rows are read and how: of the settings' calendars which there are. */
export function readFingerprintOf(owner: StoreOwner, settings: ContentSettings & Partial<Settings>): string {
  return digest([ownerKey(owner), ...ROWS.map((key) => settings[key]), settings.calendars.map(({ id }) => id).sort()]);
}

/** What decides a store's content: nobody else, and no other settings, ever read its facts. */
export function fingerprintOf(owner: StoreOwner, settings: ContentSettings & Partial<Settings>): string {
  return digest([ownerKey(owner), ...CONTENT.map((key) => settings[key])]);
}

function digest(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);
}
