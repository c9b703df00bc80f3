/** Instants and lengths of time as the tables of this folder write them: "Mon 3 Mar 10:00 CET" and "3h 30m". */

/** The year of every ticket here. */
const YEAR = 2025;
const OFFSETS: Readonly<Record<string, string>> = { CET: '+01:00', CEST: '+02:00' };

const LOCAL = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
});

/** The epoch milliseconds of "Mon 3 Mar 10:00 CET" in Amsterdam; a wrong weekday, month or half of the year is an error. */
export function at(text: string): number {
  const [, day, month, time, zone] = /^\w{3} (\d{1,2}) (\w{3}) ([\d:.]+) (CES?T)$/.exec(text) ?? [];
  const ms = zone === undefined ? NaN : Date.parse(`${YEAR} ${month} ${day} ${time} GMT${OFFSETS[zone]}`);
  if (Number.isNaN(ms) || written(ms) !== text) {
    throw new Error(
      `"${text}" is not an instant of ${YEAR} such as "Mon 3 Mar 10:00 CET"${Number.isNaN(ms) ? '' : `: the calendar on the wall says ${written(ms)}`}.`
    );
  }
  return ms;
}

/** The way back: epoch milliseconds as "Mon 3 Mar 10:00 CET", with seconds only where there are some. */
export function written(ms: number): string {
  const parts = Object.fromEntries(LOCAL.formatToParts(ms).map(({ type, value }) => [type, value]));
  const fraction = parts.fractionalSecond === '000' ? '' : `.${parts.fractionalSecond}`;
  const seconds = parts.second === '00' && fraction === '' ? '' : `:${parts.second}${fraction}`;
  const zone = Object.keys(OFFSETS).find((name) => `GMT${OFFSETS[name]}` === parts.timeZoneName);
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.hour}:${parts.minute}${seconds} ${zone}`;
}

/** Milliseconds as "3h 30m", "-1h", "2h 0.001s"; nothing at all is "0m". */
export function spelled(ms: number): string {
  const left = Math.abs(ms);
  const [hours, minutes, seconds] = [Math.floor(left / 3_600_000), Math.floor(left / 60_000) % 60, (left % 60_000) / 1000];
  const parts = [hours && `${hours}h`, minutes && `${minutes}m`, seconds && `${seconds}s`].filter(Boolean);
  return parts.length === 0 ? '0m' : `${ms < 0 ? '-' : ''}${parts.join(' ')}`;
}

/** The way back: the milliseconds of "3h 30m". */
export function lengthOf(text: string): number {
  const unit: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000 };
  const ms =
    text
      .replace('-', '')
      .split(' ')
      .reduce((sum, part) => sum + Math.round(Number(part.slice(0, -1)) * unit[part.slice(-1)]), 0) * (text.startsWith('-') ? -1 : 1);
  if (Number.isNaN(ms) || spelled(ms) !== text) {
    throw new Error(`"${text}" is not a length of time such as "3h 30m".`);
  }
  return ms;
}
