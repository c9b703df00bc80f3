import type { Helpdesk } from '../oracle/model';
import { utc } from '../oracle/builders';

/** How a rule of the definitions is put to the test: a tiny helpdesk, a question, and the answer worked by hand. */

/** A helpdesk that some rules share, with the data source's settings that matter. */
export interface Desk {
  readonly rows: Helpdesk;
  /** jsonData besides source and store. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Grafana's own configuration. */
  readonly grafana?: Readonly<Record<string, string>>;
}

/** A range in UTC, "2025-03-01 00:00" to "2025-04-01 00:00"; its end is exclusive. */
export type Period = readonly [from: string, to: string];

/** A number of an answer; an instant of a row is written as text. */
export type Cell = number | string | boolean | null;

/**
 * What an answer says:
 * - totals without groups: the number; with groups: rows of labels and the number, in their order.
 * - over time: [bucket start, number] pairs; with groups: such pairs by series name.
 * - records and events: rows of cells.
 */
export type Told = Cell | readonly unknown[] | Readonly<Record<string, unknown>>;

/** One rule and what it makes of a helpdesk. */
export interface Rule {
  /** The sentence that it settles. */
  readonly rule: string;
  readonly desk: Desk;
  readonly ask: Readonly<Record<string, unknown>>;
  readonly period: Period;
  /** What is told of the answer; the numbers by default. */
  readonly tell?: 'values' | 'n' | 'starts' | 'partial' | 'notices' | 'frames' | 'units' | 'goals';
  readonly is: Told;
  /** Asked as an alert rule would, or by somebody with another role. */
  readonly by?: { readonly fromAlert?: boolean; readonly role?: string; readonly login?: string };
}

/** A section of the definitions. */
export interface Section {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** Milliseconds as the tables of this folder write instants: "2025-03-01 00:00", with seconds and thousandths only where there are some. */
export function written(ms: number): string {
  const text = new Date(ms).toISOString().replace('T', ' ').replace('Z', '');
  return text.replace(/\.000$/, '').replace(/^(.{16}):00$/, '$1');
}

/** The way back. */
export const at = utc;

/** The month that most helpdesks of the rules live in. */
export const MARCH: Period = ['2025-03-01 00:00', '2025-04-01 00:00'];

/** The filter that leaves one ticket. */
export const only = (id: string) => [{ field: 'ticket', op: 'equals', values: [id] }];

/** A question for the total of one ticket, without groups, unless `more` says otherwise. */
export const totalOf = (metric: string, id: string, more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy: [],
  filters: only(id),
  timeZone: 'UTC',
  ...more,
});

/** A text that matches, where the whole is not worth writing. */
export const said = (pattern: RegExp) => expect.stringMatching(pattern) as string;

/** Rules that ask the same helpdesk, over the same period unless they say otherwise. */
export function rulesOf(desk: Desk, period: Period, rules: ReadonlyArray<Omit<Rule, 'desk' | 'period'> & Partial<Pick<Rule, 'period'>>>): Rule[] {
  return rules.map((rule) => ({ desk, period, ...rule }));
}
