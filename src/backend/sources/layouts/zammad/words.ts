import { wordOf } from '../word-of';

/** The user to whom all belongs that nobody has; what it does, Zammad does by itself. */
export const NOBODY = 1;

/** A user’s id, or null for nobody’s. */
export const somebody = (id: string): string => `nullif(${id}, ${NOBODY})`;

/** The number of a name in one of Zammad’s tables of names: installations number them differently. */
export const numberOf = (table: string, name: string): string => `(SELECT n.id FROM ${table} n WHERE n.name = '${name}')`;

/** The canonical kinds of the types of states; their names can be changed by nobody, those of states by anybody. */
const KINDS: Readonly<Record<string, string>> = {
  new: 'new',
  open: 'open',
  'pending reminder': 'waiting_customer',
  'pending action': 'waiting_customer',
  // of Zammad 1 alone
  'pending review': 'open',
  delegated: 'open',
  closed: 'closed',
  merged: 'merged',
  removed: 'closed',
};

/** The canonical kind of a type of states; open where a later version brings another. */
export const kindOf = (type: string): string => wordOf(type, KINDS, `'open'`);

/** Channels by the type of the article that began a ticket; what has no word here keeps its own. */
const CHANNELS: Readonly<Record<string, string>> = {
  'twitter status': 'twitter',
  'twitter direct-message': 'twitter',
  'facebook feed post': 'facebook',
  'facebook feed comment': 'facebook',
  'telegram personal-message': 'telegram',
  'whatsapp message': 'whatsapp',
};

/** The canonical channel of a type of articles. */
export const channelOf = (type: string): string => wordOf(type, CHANNELS, type);
