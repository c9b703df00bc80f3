import type { Columns } from './columns';
import { DICTIONARIES, type Dictionary } from './dictionaries';
import { FACTS } from './facts';

/** Dimensions that no column of a fact holds: each row's key, and the value's, of which a row may have several. */
export const BRIDGES = {
  ticket_tag: { ticket_ix: 'key', tag_ix: 'key' },
  /** row_ix is status_fact's. */
  status_team: { row_ix: 'key', team_ix: 'key' },
  /** A ticket's values of its custom fields, at most one of each: keys of dim_custom_field and dim_custom_value. */
  ticket_custom_value: { ticket_ix: 'key', custom_field_ix: 'key', custom_value_ix: 'key' },
} as const satisfies Readonly<Record<string, Columns>>;

/** What queries read beside facts, dictionaries and bridges. Stretches are [from, to); `f_…` is business time since the calendar began. */
export const HELPERS = {
  /** Who had a ticket when: the owner and the team. */
  owner_span: { ticket_ix: 'key', from_at: 'instant', to_at: 'instant', owner_ix: 'key', team_ix: 'key' },
  /** When a calendar is open. */
  calendar_interval: { calendar_ix: 'key', start_at: 'instant', end_at: 'instant', f_start: 'duration' },
  /** Its closed dates, such as 2026-12-25. */
  calendar_holiday: { calendar_ix: 'key', date: 'text', start_at: 'instant', end_at: 'instant' },
  /** The one stretch that calendars are known for, the first instant that any row names, and the last one that business time is asked about. */
  calendar_reach: { from_at: 'instant', to_at: 'instant', first_at: 'instant', last_at: 'instant' },
  /** Rows that no fact could take, and tickets whose rows contradict each other: why, and when. source is a canonical table, or "state" of what says whether a ticket was open; whose: `ticket:` and its id, there or not, or `agent:` and that one's. */
  quality_row: { reason: 'text', source: 'text', word: 'text', at: 'instant', ticket_ix: 'key', is_left_out: 'boolean', excluded: 'bits', whose: 'text' },
} as const satisfies Readonly<Record<string, Columns>>;

/** The name of a bridge, and of a helper table. */
export type BridgeName = keyof typeof BRIDGES;
export type HelperName = keyof typeof HELPERS;

/** What dictionaries hold besides ix, id and name. */
const MORE: Readonly<Partial<Record<Dictionary, Columns>>> = {
  ticket: { number: 'text', subject: 'text', created_at: 'instant' },
  calendar: { time_zone: 'text' },
  /** is_known: the helpdesk has it as an agent or team, not only rows that name it. */
  agent: { is_bot: 'boolean', active: 'boolean', calendar_ix: 'key', time_zone: 'text', is_known: 'boolean' },
  team: { is_known: 'boolean' },
  /** How many different values it has; whether it can be asked for. */
  custom_field: { value_count: 'integer', is_offered: 'boolean' },
  stage: { kind: 'text', position: 'integer', pipeline_ix: 'key', pauses_sla: 'boolean' },
};

/** The table of a dictionary. */
export const dictionaryTable = (dictionary: Dictionary): string => `dim_${dictionary}`;

/** Every table that queries read, by name: what the store must derive, column by column. */
export const STORE_TABLES: Readonly<Record<string, Columns>> = {
  ...FACTS,
  ...Object.fromEntries(DICTIONARIES.map((one) => [dictionaryTable(one), { ix: 'key', id: 'text', name: 'text', ...MORE[one] }])),
  ...BRIDGES,
  ...HELPERS,
};
