import { ECHO, FAULTS } from './bounds';

/** A text whole where it is short, else its beginning and "…". */
export function shortened(text: string, most = ECHO): string {
  // half of a character outside the basic plane is no character
  return text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What somebody wrote, in quotes, as it may be repeated to them. */
export function quoted(text: string): string {
  return `"${shortened(text)}"`;
}

/** Any JSON value as it may be repeated to somebody; "nothing" where there is none. */
export function echo(value: unknown): string {
  return typeof value === 'string' ? quoted(value) : shortened(JSON.stringify(value) ?? 'nothing');
}

/** Faults in sentences, the first few: the others show when these are mended. */
export function told<Fault>(faults: readonly Fault[], say: (fault: Fault) => string): string {
  const more = faults.length - FAULTS;
  return [...faults.slice(0, FAULTS).map(say), ...(more > 0 ? [`And ${more.toLocaleString('en')} more.`] : [])].join(' ');
}
