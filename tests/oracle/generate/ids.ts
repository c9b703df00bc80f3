/** The few ids that everything generated is made of, so that queries can name values that occur. */

export const AGENTS = ['a1', 'a2', 'a3', 'bot'] as const;
export const TEAMS = ['t1', 't2'] as const;
export const CUSTOMERS = ['c1', 'c2', 'c3'] as const;
export const ORGANIZATIONS = ['o1', 'o2'] as const;
export const CALENDARS = ['k1', 'k2', 'k3'] as const;
export const POLICIES = ['p1', 'p2'] as const;
export const PIPELINES = ['sales', 'support'] as const;
export const STAGES = ['s-new', 's-open', 's-wait', 's-hold', 's-closed', 's-merged', 'z-open', 'z-closed'] as const;
export const PRIORITIES = ['high', 'low'] as const;
export const CHANNELS = ['chat', 'email'] as const;
/** Of any attribute that is a text and nothing else. */
export const PLAIN_VALUES = ['bug', 'question'] as const;
export const TAGS = ['x', 'y', 'z'] as const;
export const FORMS = ['f1', 'f2'] as const;
/** What rows name and no table has. */
export const GONE = { agent: 'a-gone', team: 't-gone', customer: 'c-gone', organization: 'o-gone', stage: 's-gone' } as const;
/** The words of a status. */
export const STATUSES = ['new', 'open', 'waiting_customer', 'on_hold', 'closed', 'merged', 'spam'] as const;
export const ACTIVITIES = ['call', 'research'] as const;
