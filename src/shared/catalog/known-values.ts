import type { TicketAttributeId } from './ticket-attributes';

/** English names by lower-case id. */
export type KnownValues = Readonly<Record<string, string>>;

/** What ids that most helpdesks have are called, by dimension: words of ours that layouts make, and of priorities the usual ones. */
export const KNOWN_VALUES: Readonly<Partial<Record<TicketAttributeId, KnownValues>> & Record<'status' | 'availability', KnownValues>> = {
  channel: {
    email: 'Email',
    chat: 'Chat',
    web_form: 'Web form',
    phone: 'Phone',
    whatsapp: 'WhatsApp',
    sms: 'SMS',
    facebook: 'Facebook',
    twitter: 'Twitter',
    telegram: 'Telegram',
    api: 'API',
    other: 'Other',
  },
  priority: { low: 'Low', normal: 'Normal', medium: 'Medium', high: 'High', urgent: 'Urgent' },
  status: {
    new: 'New',
    open: 'Open',
    waiting_customer: 'Waiting for customer',
    on_hold: 'On hold',
    closed: 'Closed',
    merged: 'Merged',
    spam: 'Spam',
  },
  availability: { available: 'Available', busy: 'Busy', away: 'Away', offline: 'Offline' },
};
