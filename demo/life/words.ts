/** Who writes and acts. */
export type PersonKind = 'customer' | 'agent' | 'bot' | 'system';

/** How a conversation is held. */
export type Channel = 'email' | 'chat' | 'phone' | 'web_form' | 'whatsapp';

/** What a message is. */
export type MessageKind = 'reply' | 'auto' | 'note' | 'forward' | 'campaign' | 'survey' | 'call' | 'draft';

/** What an event changes. */
export type EventField = 'status' | 'stage' | 'pipeline' | 'owner' | 'team' | 'priority' | 'sla' | 'schedule' | 'merge' | 'spam' | 'delete' | 'handover';
