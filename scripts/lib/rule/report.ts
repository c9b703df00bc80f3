import { type Interval, union } from '../../../src/backend/calendar/intervals';
import { localText } from '../local-text';
import { inUnit, table } from '../terminal';
import type { Past } from './ask';
import { comparedUnit } from './compared-unit';
import type { Firing } from './firings';
import type { Replayed } from './replay';
import { lengthOf, timeline } from './timeline';
import { labelsKey, labelsText } from './values';

const LONGEST = 3;
/** Alert instances that are listed by name; the rest is counted. */
const LISTED = 12;

/** What a rule would have told in the past, in lines; times as clocks of the zone show them. */
export function replayText({ rule, evaluated, firings }: Replayed, past: Past, timeZone: string): string {
  const fired = firings.filter(({ state }) => state === 'Alerting');
  const how = `evaluated ${evaluated.toLocaleString('en')} times, every ${span(rule.intervalMs)}${rule.forMs > 0 ? `, fires after ${span(rule.forMs)}` : ''}`;
  return [
    `${rule.title} (${how})`,
    ...indented(fired.length === 0 ? ['It would not have fired.'] : firedLines(fired, past, timeZone, comparedUnit(rule))),
    ...indented(othersLines(firings)),
  ].join('\n');
}

function firedLines(fired: readonly Firing[], past: Past, timeZone: string, unit: string | undefined): string[] {
  const stretches = fired.map((one) => ended(one, past));
  const total = lengthOf(union(stretches));
  const keys = new Map(fired.map((one) => [labelsKey(one.labels), one]));
  const byWhom = [...keys].map(([key, one]) => {
    const own = fired.filter(({ labels }) => labelsKey(labels) === key);
    return { whom: whom(one), times: own.length, ms: lengthOf(own.map((each) => ended(each, past))) };
  });
  byWhom.sort((a, b) => b.ms - a.ms || b.times - a.times);
  const longest = [...fired].sort((a, b) => lasted(b, past) - lasted(a, past)).slice(0, LONGEST);
  return [
    `Fired ${times(fired.length)}${byWhom.length > 1 ? `, for ${byWhom.length} values of ${Object.keys(fired[0].labels).join(' and ')}` : ''}; some alert stood for ${span(total)}, ${percent(total / (past.toMs - past.fromMs))} of the time.`,
    `${timeline(stretches, past)}  ${localText(past.fromMs, timeZone)} – ${localText(past.toMs, timeZone)}`,
    '',
    ...table(
      ['For whom', 'Times', 'In all'],
      byWhom.slice(0, LISTED).map((one) => [one.whom, String(one.times), span(one.ms)]),
      new Set([1, 2])
    ).split('\n'),
    ...(byWhom.length > LISTED ? [`and ${byWhom.length - LISTED} more`] : []),
    '',
    ...table(
      ['Longest', 'From', 'To', 'Value at first', 'For whom'],
      longest.map((one) => [
        span(lasted(one, past)),
        localText(one.fromMs, timeZone),
        one.toMs === null ? 'still firing' : localText(one.toMs, timeZone),
        numberText(one.value, unit),
        whom(one),
      ]),
      new Set([0, 3])
    ).split('\n'),
  ];
}

/** What else somebody would have been told of: errors, and no data where the rule makes an alert of it. */
function othersLines(firings: readonly Firing[]): string[] {
  const errors = firings.filter(({ state }) => state === 'Error');
  const without = firings.filter(({ state }) => state === 'NoData');
  return [
    ...(errors.length === 0 ? [] : [`DatasourceError ${times(errors.length)}: ${errors[0].why}`]),
    ...(without.length === 0 ? [] : [`DatasourceNoData ${times(without.length)}.`]),
  ];
}

const whom = ({ labels }: Firing) => labelsText(labels) || '(no labels)';
const ended = ({ fromMs, toMs }: Firing, past: Past): Interval => ({ start: fromMs, end: toMs ?? past.toMs });
const lasted = (firing: Firing, past: Past) => lengthOf([ended(firing, past)]);
const span = (ms: number) => inUnit(ms / 1000, 's').replace('.0 ', ' ');
const numberText = (value: number | null, unit: string | undefined) => inUnit(value === null ? null : Number(value.toPrecision(4)), unit);
const times = (count: number) => (count === 1 ? 'once' : `${count.toLocaleString('en')} times`);
const percent = (share: number) => inUnit(share, 'percentunit');
const indented = (lines: readonly string[]) => lines.map((line) => (line === '' ? '' : `  ${line}`));
