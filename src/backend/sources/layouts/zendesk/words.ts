import { wordOf } from '../word-of';

/** Zendesk’s statuses, in the order of its own lists: a canonical word, a label, and whether clocks that pause stand still. What is deleted is none of them. */
export const STATUSES = [
  { status: 'new', kind: 'new', label: 'New', pauses: false },
  { status: 'open', kind: 'open', label: 'Open', pauses: false },
  { status: 'pending', kind: 'waiting_customer', label: 'Pending', pauses: true },
  { status: 'hold', kind: 'on_hold', label: 'On hold', pauses: true },
  { status: 'solved', kind: 'closed', label: 'Solved', pauses: false },
  { status: 'closed', kind: 'closed', label: 'Closed', pauses: false },
] as const;

const CHANNELS: Readonly<Record<string, string>> = { web: 'web_form', voice: 'phone', native_messaging: 'chat' };

const KINDS = Object.fromEntries(STATUSES.map(({ status, kind }) => [status, kind]));

/** The canonical word of a status. */
export const kindOf = (status: string): string => wordOf(status, KINDS);

/** A canonical channel; those that have the same word, and those that have none, have Zendesk’s own. */
export const channelOf = (via: string): string => wordOf(via, CHANNELS, via);

/** Zendesk’s statuses as stages: rows of (pipeline_id, stage_id, label, position, kind, pauses_sla). */
export const STAGES = `VALUES ${STATUSES.map(
  ({ status, kind, label, pauses }, i) => `('zendesk', '${status}', '${label}', ${i + 1}, '${kind}', ${pauses})`
).join(', ')}`;

/** The one pipeline that there is. */
export const PIPELINE = `SELECT 'zendesk' AS pipeline_id, 'Tickets' AS label`;
