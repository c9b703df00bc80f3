import { parseDate } from '../../calendar/local-date';
import { quoted } from '../../../shared/echo';
import { turns } from '../../turns';
import { Problem } from '../access/problem';

/** A country or a part of one. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

/** A public holiday: a local date and its name. */
interface PublicHoliday {
  readonly date: string;
  readonly name: string;
}

/** Years that one request may cover, and those whose holidays are known well enough. */
const MOST_YEARS = 30;
const [FIRST_YEAR, LAST_YEAR] = [1900, 2200];

/** The library's data is large and seldom wanted: it is read when first asked for. */
async function library() {
  return (await import('date-holidays')).default;
}

/** The countries whose public holidays are known, with their regions, by name in the reader's language. */
export async function countries(written: string): Promise<Array<Place & { readonly regions: readonly Place[] }>> {
  const Holidays = await library();
  const all = new Holidays();
  const locale = localeOf(written);
  const language = locale.split('-')[0];
  const order = new Intl.Collator(locale);
  const sorted = (places: Record<string, string> | undefined): Place[] =>
    Object.entries(places ?? {})
      .map(([id, name]) => ({ id, name }))
      .sort((a, b) => order.compare(a.name, b.name));
  return sorted(all.getCountries(language)).map((country) => ({ ...country, regions: sorted(all.getStates(country.id, language)) }));
}

/** The public holidays of a country (and region) between two dates, both included. Throws a Problem that names what is not known. */
export async function publicHolidays(params: URLSearchParams): Promise<PublicHoliday[]> {
  const Holidays = await library();
  const [country, region, locale] = ['country', 'region', 'locale'].map((key) => params.get(key) ?? '');
  const year = new Date().getUTCFullYear();
  const [from, to] = [dateOf(params, 'from', `${year}-01-01`), dateOf(params, 'to', `${year + 1}-12-31`)];
  const known = new Holidays();
  if (!Object.hasOwn(known.getCountries(), country)) {
    throw new Problem(
      400,
      country === ''
        ? 'Name a country, such as country=NL.'
        : `No holidays are known for the country ${quoted(country)}: it is named by two letters, such as NL.`
    );
  }
  if (region && !Object.hasOwn(known.getStates(country) ?? {}, region)) {
    throw new Problem(400, `"${country}" has no region ${quoted(region)}. It has: ${Object.keys(known.getStates(country) ?? {}).join(', ') || 'none'}.`);
  }
  const [first, last] = [from, to].map((date) => Number(date.slice(0, 4)));
  if (to < from || last - first >= MOST_YEARS) {
    throw new Problem(400, `Holidays are given for at most ${MOST_YEARS} years, from an earlier date to a later one; you asked from ${from} to ${to}.`);
  }
  if (first < FIRST_YEAR || last > LAST_YEAR) {
    throw new Problem(400, `Holidays are given from ${FIRST_YEAR} to ${LAST_YEAR}; you asked from ${from} to ${to}.`);
  }
  const language = locale && localeOf(locale).split('-')[0];
  const found = region ? new Holidays(country, region) : new Holidays(country);
  const all: Array<ReturnType<typeof found.getHolidays>[number]> = [];
  for (let at = first, pause = turns(); at <= last; at++) {
    all.push(...found.getHolidays(at, language || undefined));
    await pause();
  }
  const days = all
    .filter(({ type }) => type === 'public')
    // a holiday of several days is several dates
    .flatMap(({ date, name, start, end }) =>
      Array.from({ length: Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000)) }, (_, i) => ({
        date: new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + i * 86_400_000).toISOString().slice(0, 10),
        name,
      }))
    );
  const byDate = new Map<string, PublicHoliday>();
  for (const day of days) {
    if (day.date >= from && day.date <= to) {
      const same = byDate.get(day.date);
      byDate.set(day.date, same && same.name !== day.name ? { ...day, name: `${same.name}, ${day.name}` } : day);
    }
  }
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** A language such as nl-NL as the system knows it; English where it is none. */
function localeOf(written: string): string {
  try {
    return Intl.getCanonicalLocales(written.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function dateOf(params: URLSearchParams, key: string, otherwise: string): string {
  const date = params.get(key) ?? otherwise;
  if (parseDate(date) === null) {
    throw new Problem(400, `"${key}" is ${quoted(date)}, not a date such as 2026-12-25.`);
  }
  return date;
}
