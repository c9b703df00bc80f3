import type { Ask, Range } from './generated-desk';

/** What must hold between the answers of any helpdesk. Each law says what it found wrong, or nothing. */
export type Law = (ask: Ask, range: Range) => Promise<readonly string[]>;
