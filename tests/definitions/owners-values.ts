import { helpdesk } from '../oracle/builders';
import { made } from './owners-tickets';
import { type Desk, MARCH, rulesOf, said } from './story';

// Three tickets whose categories and tags look like variables, and one without any.
const LOOKALIKES: Desk = {
  rows: helpdesk({
    ticket: [
      made('1', { category: '$refund', tags: ['$vip'] }),
      made('2', { category: '${refund}', tags: ['[[vip]]', '$5k'] }),
      made('3', { category: 'refund' }),
      made('4', { category: null }),
    ],
  }),
};
const count = (...filters: object[]) => ({ metric: 'opened', view: 'totals', filters, timeZone: 'UTC' });
const category = (op: string, values: readonly string[], origin?: string) => ({ field: 'category', op, values, ...(origin ? { origin } : {}) });
const tag = (...values: string[]) => ({ field: 'tag', op: 'in', values });

/** Values that look like variables, and choices of nothing. */
export const values = rulesOf(LOOKALIKES, MARCH, [
  { rule: 'a value that looks like a variable is that value', ask: count(category('in', ['$refund'])), is: 1 },
  { rule: 'in braces too', ask: count(category('equals', ['${refund}'])), is: 1 },
  { rule: 'of a tag too', ask: count(tag('$vip', '[[vip]]')), is: 2 },
  { rule: 'of a drop-down', ask: count(category('in', ['$refund'], 'variable')), is: 1 },
  { rule: 'of an ad hoc filter', ask: count(category('equals', ['$refund'], 'adhoc')), is: 1 },
  { rule: 'of a drill-down', ask: { ...count(category('in', ['$refund'])), kind: 'records', columns: ['ticket', 'category'] }, is: [['1', '$refund']] },
  { rule: 'of a rule', ask: count(category('in', ['$refund'])), by: { fromAlert: true }, is: 1 },
  {
    rule: 'but a rule’s ${name} is a variable that nobody replaced',
    ask: count(category('in', ['${refund}'])),
    by: { fromAlert: true },
    is: said(/^400: "filters\[0\]\.values\[0\]" is the variable \$\{refund\}, which was not replaced/),
  },
  {
    rule: 'and so is any that stands for a word',
    ask: { ...count(), groupBy: ['$by'] },
    is: said(/^400: "groupBy\[0\]" is the variable \$by, which was not replaced/),
  },
  { rule: 'a variable of which nothing is chosen lets nothing pass', ask: count(category('in', [], 'variable')), is: 0 },
  { rule: 'which a notice says', ask: count(category('in', [], 'variable')), tell: 'notices', is: [said(/^Nothing is chosen for the filter on "category"/)] },
  { rule: 'nor does it keep anything out', ask: count(category('not_in', [], 'variable')), is: 4 },
  { rule: 'a list that the query itself leaves empty is an error', ask: count(category('in', [])), is: said(/^400: The filter on "category" has no values/) },
]);
