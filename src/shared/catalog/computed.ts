import type { Columns } from './columns';
import type { FactName, FACTS } from './facts';

/**
 * Columns that no store can hold, as they depend on what now is: the query computes them of their fact's rows when it is asked. None has the
 * name of a column of its fact's own.
 */
export const COMPUTED = {
  close_fact: { agent_replies: 'integer', is_one_touch: 'boolean', is_first_contact: 'boolean' },
  survey_fact: { was_answered: 'boolean' },
  sla_fact: { met: 'boolean', outcome_at: 'instant' },
} as const satisfies { readonly [Fact in FactName]?: Columns & { readonly [Own in keyof (typeof FACTS)[Fact]]?: never } };

/** The name of a computed column. */
export type ComputedColumn = { readonly [Fact in keyof typeof COMPUTED]: keyof (typeof COMPUTED)[Fact] }[keyof typeof COMPUTED];
