import { betterOf } from '../../shared/catalog/better';
import { traitsOf } from '../../shared/catalog/measures';
import type { Metric } from '../../shared/catalog/metric';
import { unitOf } from '../../shared/catalog/unit';
import type { Statistic } from '../../shared/words';
import type { FieldConfig } from './frame';
import { COLORS } from './goal-config';

/** What a change is told in: a share or score in points, few and signed things as they are, the rest in percent of before. */
type ChangeUnit = 'points' | 'things' | 'percent';

/** A change between two periods, of one decimal. */
interface Change {
  readonly in: ChangeUnit;
  readonly by: number;
}

function changeUnit(metric: Metric, statistic: Statistic): ChangeUnit {
  const unit = unitOf(metric, statistic);
  if (unit === 'percentunit' || unit === 'none') {
    return 'points';
  }
  const { isCount, isSigned } = traitsOf(metric.measure);
  return (isCount && metric.statistics[0] === statistic) || (isSigned && unit === 'short') ? 'things' : 'percent';
}

/** How a statistic changed; null where one of the two is not there, or all is new and percent say nothing. */
export function changeOf(metric: Metric, statistic: Statistic, now: number | null, then: number | null): Change | null {
  if (now === null || then === null) {
    return null;
  }
  const told = changeUnit(metric, statistic);
  const scale = unitOf(metric, statistic) === 'percentunit' ? 100 : 1;
  const by = told === 'percent' ? ((now - then) / Math.abs(then)) * 100 : (now - then) * scale;
  // a fall is rounded as a rise is, and -0 is none
  return told === 'percent' && then === 0 ? null : { in: told, by: (Math.sign(by) * Math.round(Math.abs(by) * 10)) / 10 + 0 };
}

/** Says changes in a language: "▲ +1.2 pts". */
export function changeWords(locale: string | undefined, points: string): (change: Change) => string {
  const written = (options: Intl.NumberFormatOptions) => {
    try {
      return new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', ...options });
    } catch {
      // no language that anybody speaks
      return new Intl.NumberFormat('en', { signDisplay: 'exceptZero', ...options });
    }
  };
  const [one, whole] = [written({ minimumFractionDigits: 1, maximumFractionDigits: 1 }), written({ maximumFractionDigits: 1 })];
  const suffix: Readonly<Record<ChangeUnit, string>> = { points: ` ${points}`, things: '', percent: ' %' };
  return ({ in: told, by }) => `${by > 0 ? '▲ ' : by < 0 ? '▼ ' : ''}${(told === 'things' ? whole : one).format(by)}${suffix[told]}`;
}

/** More texts than these are not coloured: nobody reads them, and each is told to the browser. */
const COLOURED = 100;

/** Grafana's colours of the texts of changes; none where neither way is better. */
export function changeColors(metric: Metric, statistic: Statistic, changes: ReadonlyArray<Change | null>, words: (change: Change) => string): FieldConfig {
  const better = betterOf(metric, statistic);
  const texts = new Map(changes.flatMap((change) => (change === null ? [] : [[words(change), change.by] as const])));
  if (texts.size === 0 || texts.size > COLOURED) {
    return {};
  }
  const color = (by: number) => (better === 'neutral' || by === 0 ? COLORS.plain : by > 0 === (better === 'higher') ? COLORS.good : COLORS.bad);
  return { mappings: [{ type: 'value', options: Object.fromEntries([...texts].map(([text, by], index) => [text, { color: color(by), index }])) }] };
}
