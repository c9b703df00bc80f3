import { customFieldKey, type DimensionId, isCustomField, type PlainDimensionId } from '../words';
import { bandValues, DEFAULT_BANDS } from './bands';
import type { Dictionary } from './dictionaries';
import { type KnownValues, KNOWN_VALUES } from './known-values';
import { ofAttributes, TICKET_ATTRIBUTES } from './ticket-attributes';

/** Something that rows can be grouped and filtered by. */
export interface Dimension {
  readonly label: string;
  /** The store's dictionary of its values, or the fixed values: ids and names by key, key 0 being none. */
  readonly values: Dictionary | readonly FixedValue[];
  /** What a row without a value is called. */
  readonly none: string;
  /** What the usual ids of a dictionary are called, however they are capitalised, where the helpdesk has no name of its own for them. */
  readonly known?: KnownValues;
  /** A row may have several values: it counts once under each, so groups do not add up. */
  readonly many?: true;
}

/** A value of a dimension whose values never change. */
export interface FixedValue {
  readonly key: number;
  readonly id: string;
  readonly name: string;
}

const hoursOfDay = Array.from({ length: 24 }, (_, hour) => ({ key: hour, id: String(hour), name: `${String(hour).padStart(2, '0')}:00` }));
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((name, at) => ({ key: at + 1, id: String(at + 1), name }));
const workingHours = [
  { key: 1, id: 'inside', name: 'Inside working hours' },
  { key: 2, id: 'outside', name: 'Outside working hours' },
  { key: 3, id: 'no hours set', name: 'No hours set' },
];

/** Who may have done something, by the key that facts keep of it; 0 = not known. */
export const PERSON_KEYS = { agent: 1, bot: 2, system: 3, customer: 4 } as const;
const persons = Object.entries(PERSON_KEYS).map(([id, key]) => ({ key, id, name: id }));

/** Every dimension that every helpdesk has. A metric says which of them its rows have. */
export const DIMENSION_CATALOG: Readonly<Record<PlainDimensionId, Dimension>> = {
  ticket: { label: 'Ticket', values: 'ticket', none: '(none)' },
  owner: { label: 'Owner', values: 'agent', none: '(unassigned)' },
  author: { label: 'Author', values: 'agent', none: '(none)' },
  agent: { label: 'Agent', values: 'agent', none: '(none)' },
  ...ofAttributes((id) => ({ label: TICKET_ATTRIBUTES[id].label, values: id, none: '(none)', known: KNOWN_VALUES[id] })),
  tag: { label: 'Tag', values: 'tag', none: '(none)', many: true },
  status: { label: 'Status', values: 'status', none: '(none)', known: KNOWN_VALUES.status },
  availability: { label: 'Availability', values: 'availability', none: '(none)', known: KNOWN_VALUES.availability },
  direction: {
    label: 'Direction',
    none: '(none)',
    values: [
      { key: 1, id: 'sent', name: 'Sent' },
      { key: 2, id: 'received', name: 'Received' },
    ],
  },
  hour_of_day: { label: 'Hour of day', values: hoursOfDay, none: '(none)' },
  weekday: { label: 'Weekday', values: weekdays, none: '(none)' },
  rating: { label: 'Rating', values: 'rating', none: '(none)' },
  scale: { label: 'Scale', values: 'scale', none: '(none)' },
  scale_half: {
    label: 'Half of the scale',
    none: '(none)',
    values: [
      { key: 1, id: 'lower', name: 'Lower half' },
      { key: 2, id: 'middle', name: 'Middle' },
      { key: 3, id: 'upper', name: 'Upper half' },
    ],
  },
  survey_form: { label: 'Survey form', values: 'survey_form', none: '(none)' },
  in_hours: { label: 'Working hours', none: '(none)', values: workingHours },
  asked_in_hours: { label: 'Asked in working hours', none: '(none)', values: workingHours },
  clock: {
    label: 'SLA clock',
    none: '(none)',
    values: [
      { key: 1, id: 'first_reply', name: 'First reply' },
      { key: 2, id: 'next_reply', name: 'Next reply' },
      { key: 3, id: 'close', name: 'Close' },
    ],
  },
  calendar: { label: 'Calendar', values: 'calendar', none: '24/7' },
  policy: { label: 'SLA policy', values: 'policy', none: '(none)' },
  ended_by: { label: 'Ended by', values: persons, none: '(none)' },
  activity: { label: 'Activity', values: 'activity', none: '(none)' },
  closed_by: { label: 'Closed by', values: 'actor', none: '(none)' },
  closed_by_kind: { label: 'Closed by (kind)', values: persons, none: '(none)' },
  duration_band: { label: 'Duration band', values: bandValues(DEFAULT_BANDS), none: '(none)' },
};

/** What is known of a dimension; a custom field is called by its key. */
export function dimensionOf(id: DimensionId): Dimension {
  return isCustomField(id) ? { label: customFieldKey(id), values: 'custom_value', none: '(none)' } : DIMENSION_CATALOG[id];
}

/** The fixed values of a dimension, null where a dictionary holds them. Those of bands are what a query's edges make. */
export function fixedValues(dimension: DimensionId, { bands }: { readonly bands: readonly string[] }): readonly FixedValue[] | null {
  const { values } = dimensionOf(dimension);
  return dimension === 'duration_band' ? bandValues(bands) : typeof values === 'string' ? null : values;
}

/** What an id of a dictionary is usually called in English; undefined where it is nothing usual. */
export function knownValue({ known = {} }: Dimension, id: string): string | undefined {
  const word = id.toLowerCase();
  return Object.hasOwn(known, word) ? known[word] : undefined;
}

/** Where translations hold the names of a dimension's values: custom fields have theirs together, which is what having none is called. */
export function valueKey(id: DimensionId): string {
  return isCustomField(id) ? CUSTOM_VALUES : id;
}

/** See `valueKey`. */
export const CUSTOM_VALUES = 'attribute';
