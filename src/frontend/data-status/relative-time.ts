import { config } from '@grafana/runtime';

const UNITS: ReadonlyArray<readonly [Intl.RelativeTimeFormatUnit, number]> = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** How long ago an instant (epoch ms) was, or how soon it will be, in the reader's language: "3 minutes ago", "in 7 minutes". */
export function ago(instant: number, now = Date.now()): string {
  const distance = instant - now;
  const [unit, ms] = UNITS.find(([, length]) => Math.abs(distance) >= length) ?? UNITS[UNITS.length - 1];
  return new Intl.RelativeTimeFormat(config.bootData?.user?.language || 'en', { numeric: 'auto' }).format(Math.round(distance / ms), unit);
}
