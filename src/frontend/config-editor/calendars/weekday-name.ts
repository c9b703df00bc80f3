import { config } from '@grafana/runtime';

/** The name of a weekday (1 is Monday) in the reader's language. */
export function weekdayName(weekday: number): string {
  // 2024-01-01 was a Monday
  return new Intl.DateTimeFormat(config.bootData?.user?.language || 'en', { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
}
