import { Problem } from './problem';

/** A country or a part of one. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

/** A public holiday: a local date and its name. */
export interface PublicHoliday {
  readonly date: string;
  readonly name: string;
}

/** Years that one request may cover. */
const MOST_YEARS = 30;

/** The library's data is large and seldom wanted: it is read when first asked for. */
async function library() {
  return (await import('date-holidays')).default;
}

/** The countries whose public holidays are known, with their regions, by name in the reader's language. */
export async function countries(locale: string): Promise<Array<Place & { readonly regions: readonly Place[] }>> {
  const Holidays = await library();
  const all = new Holidays();
  const language = locale.split(/[-_]/)[0] || 'en';
  const sorted = (places: Record<string, string> | undefined): Place[] => Object.entries(places ?? {}).map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, locale || 'en'));
  return sorted(all.getCountries(language)).map((country) => ({ ...country, regions: sorted(all.getStates(country.id, language)) }));
}

/** The public holidays of a country (and region) between two dates, both included. Throws a Problem that names what is not known. */
export async function publicHolidays(params: URLSearchParams): Promise<PublicHoliday[]> {
  const Holidays = await library();
  const [country, region, locale] = ['country', 'region', 'locale'].map((key) => params.get(key) ?? '');
  const year = new Date().getUTCFullYear();
  const [from, to] = [dateOf(params, 'from', `${year}-01-01`), dateOf(params, 'to', `${year + 1}-12-31`)];
  const known = new Holidays();
  if (!(country in known.getCountries())) {
    throw new Problem(400, country === '' ? 'Name a country, such as country=NL.' : `No holidays are known for the country "${country}": it is named by two letters, such as NL.`);
  }
  if (region && !(region in (known.getStates(country) ?? {}))) {
    throw new Problem(400, `"${country}" has no region "${region}". It has: ${Object.keys(known.getStates(country) ?? {}).join(', ') || 'none'}.`);
  }
  const [first, last] = [from, to].map((date) => Number(date.slice(0, 4)));
  if (to < from || last - first >= MOST_YEARS) {
    throw new Problem(400, `Holidays are given for at most ${MOST_YEARS} years, from an earlier date to a later one; you asked from ${from} to ${to}.`);
  }
  const language = locale.split(/[-_]/)[0];
  const found = region ? new Holidays(country, region) : new Holidays(country);
  const days = Array.from({ length: last - first + 1 }, (_, i) => found.getHolidays(first + i, language || undefined) ?? []).flat()
    .filter(({ type }) => type === 'public')
    // a holiday of several days is several dates
    .flatMap(({ date, name, start, end }) => Array.from({ length: Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000)) }, (_, i) => ({
      date: new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + i * 86_400_000).toISOString().slice(0, 10), name,
    })));
  const byDate = new Map<string, PublicHoliday>();
  for (const day of days) {
    if (day.date >= from && day.date <= to) {
      const same = byDate.get(day.date);
      byDate.set(day.date, same && same.name !== day.name ? { ...day, name: `${same.name}, ${day.name}` } : day);
    }
  }
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function dateOf(params: URLSearchParams, key: string, otherwise: string): string {
  const date = params.get(key) ?? otherwise;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) {
    throw new Problem(400, `"${key}" is "${date}", not a date such as 2026-12-25.`);
  }
  return date;
}
