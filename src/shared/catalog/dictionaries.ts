import { TICKET_ATTRIBUTE_IDS } from './ticket-attributes';

/**
 * Dictionary tables of the store: one row a value, `(ix INTEGER, id VARCHAR, name VARCHAR)`, with a row 0 whose id and name
 * are null: "none". Facts hold the ix. Ids are unique. An id keeps its ix for as long as
 * facts are laid over others, and new ones come after: no answer may depend on the order of ix.
 */
export const DICTIONARIES = [
  'ticket',
  'agent',
  ...TICKET_ATTRIBUTE_IDS,
  'tag',
  'status',
  'availability',
  'agent_status',
  'rating',
  'scale',
  'survey_form',
  'survey',
  'session',
  'calendar',
  'policy',
  'actor',
  'custom_field',
  'custom_value',
  'activity',
] as const;

/** The name of a dictionary: its table is `dim_<name>`. */
export type Dictionary = (typeof DICTIONARIES)[number];
