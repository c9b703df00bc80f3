import type { ReadingRules } from '../rows/rules';
import type { Layout } from './layout';

/** How the values of a layout’s tables are read: as the settings say, but for what the helpdesk itself decides. */
export function rulesOf(layout: Layout, rules: ReadingRules): ReadingRules {
  return layout.kind === 'helpdesk' && layout.clocks === 'utc' ? { ...rules, timeZone: 'UTC', timeZoneBy: `as ${layout.label} keeps them` } : rules;
}
