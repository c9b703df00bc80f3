import { createHash } from 'node:crypto';

import { ownerKey, type StoreOwner } from '../../store/folder/store-folder';
import type { Settings } from '../../../shared/settings';

/**
 * What each setting decides: the `content` of the store, its `upkeep` (where it lies, how and when it is loaded), or what `answers` say. A store whose
 * content other settings decided is made anew, so that one that is not called `content` may not be looked at when rows are read and facts derived.
 */
const DECIDES = {
  source: 'content',
  tables: 'content',
  calendars: 'content',
  defaultCalendar: 'content',
  agentCalendars: 'content',
  slaTargets: 'content',
  pausingStatuses: 'content',
  answers: 'content',
  newConversationAfter: 'content',
  unassignedIds: 'content',
  store: 'upkeep',
  refreshInterval: 'upkeep',
  maxAge: 'answers',
  timeZone: 'answers',
  weekStart: 'answers',
  topBox: 'answers',
  hoursPerWorkday: 'answers',
  surveyRole: 'answers',
  surveyInAlerts: 'answers',
  surveyOnPublicDashboards: 'answers',
} as const satisfies Record<keyof Settings, 'content' | 'upkeep' | 'answers'>;

type ContentKey = { [Key in keyof Settings]: (typeof DECIDES)[Key] extends 'content' ? Key : never }[keyof Settings];

/** The settings that decide what a store holds: all that reading and deriving may look at. */
export type ContentSettings = Pick<Settings, ContentKey>;

const CONTENT = (Object.keys(DECIDES) as Array<keyof Settings>).filter((key) => DECIDES[key] === 'content');

/** The settings that decide which rows are read and how: of calendars only which there are, as rows may name no others. */
export function readFingerprintOf(owner: StoreOwner, { source, tables, unassignedIds, calendars }: ContentSettings): string {
  return digest([ownerKey(owner), source, tables, unassignedIds, calendars.map(({ id }) => id).sort()]);
}

/** What decides a store's content: nobody else, and no other settings, ever read its facts. */
export function fingerprintOf(owner: StoreOwner, settings: ContentSettings & Partial<Settings>): string {
  return digest([ownerKey(owner), ...CONTENT.map((key) => settings[key])]);
}

function digest(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);
}
