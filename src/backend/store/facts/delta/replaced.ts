import { DICTIONARIES, type Dictionary } from '../../../../shared/catalog/dictionaries';
import { type FactName, FACTS } from '../../../../shared/catalog/facts';
import { type BridgeName, type HelperName, dictionaryTable } from '../../../../shared/catalog/tables';

/** A set of keys of rows that are derived anew: its table in the schema `touched`, and their column. */
export const TOUCHED = {
  /** Tickets; 0 where rows of no ticket are touched. */
  ticket: 'ticket_ix',
  /** Chat sessions of touched tickets. */
  session: 'session_ix',
  agent: 'agent_ix',
  /** Rows of status_fact of touched agents. */
  status_row: 'row_ix',
  /** Rows of status_fact whose agent's work changed meanwhile. */
  load_row: 'row_ix',
  /** Ids of touched tickets and agents, there or not. */
  id: 'whose',
} as const;

/** The name of a set of touched keys. */
export type TouchedSet = keyof typeof TOUCHED;

/**
 * How a table's rows are replaced where facts are laid over others:
 * - by a touched key that they have;
 * - `keys`: a dictionary's rows by their own keys: those derived anew take the place of those there. What nothing has any more stays until all is derived;
 * - `whole`: all rows are derived anew, as they are few;
 * - `calendars`: all rows, where calendars are expanded anew;
 * - `standing`: none: a change of what they are made of asks for all facts.
 */
export type Replaced = { readonly by: TouchedSet; readonly column: string } | 'keys' | 'whole' | 'calendars' | 'standing';

const by = (set: TouchedSet, column: string = TOUCHED[set]): Replaced => ({ by: set, column });

/** The facts and helpers that are not of one ticket; every other fact must have ticket_ix. */
type OfTicket = { readonly [Fact in FactName]: 'ticket_ix' extends keyof (typeof FACTS)[Fact] ? Fact : never }[FactName];

const NOT_OF_TICKET: Readonly<Record<Exclude<FactName, OfTicket> | BridgeName | HelperName, Replaced>> = {
  status_fact: by('agent'),
  availability_fact: by('agent'),
  status_team: by('status_row'),
  // one touched ticket changes the load of its agents in the rows of its own time alone
  load_fact: by('load_row'),
  hold_fact: by('session'),
  owner_span: by('ticket'),
  ticket_tag: by('ticket'),
  ticket_custom_value: by('ticket'),
  // a row whose ticket is missing has no key but that ticket's id
  quality_row: by('id'),
  calendar_interval: 'calendars',
  calendar_holiday: 'calendars',
  calendar_reach: 'whole',
};

/** Of tickets and chats one knows that they are gone; other values that nothing has any more harm no number. */
const DICTIONARY: Readonly<Partial<Record<Dictionary, Replaced>>> = { ticket: by('ticket', 'ix'), session: by('session', 'ix'), custom_field: 'standing' };

/** How each table of the store is replaced, by its name. */
export const REPLACED: ReadonlyMap<string, Replaced> = new Map<string, Replaced>([
  ...Object.keys(FACTS).map((fact): [string, Replaced] => [fact, by('ticket')]),
  ...Object.entries(NOT_OF_TICKET),
  ...DICTIONARIES.map((name): [string, Replaced] => [dictionaryTable(name), DICTIONARY[name] ?? 'keys']),
]);
