import { type EmptyReport, type Remark, TO_MEND } from '../../src/shared/findings';

/** What a health check says of a helpdesk that was read. */
export interface Found {
  readonly rows?: Readonly<Record<string, number>>;
  readonly remarks?: readonly Remark[];
  readonly reportsWithoutData?: ReadonlyArray<Omit<EmptyReport, 'metric'>>;
}

/** The headings under which remarks are told, in their order. */
const HEADINGS: ReadonlyArray<readonly [heading: string, kinds: ReadonlyArray<Remark['kind']>]> = [
  ['Contradictory', ['contradiction']],
  ['Suspicious', ['suspicion', 'warning', 'unused']],
  ['Missing', ['lack']],
  ['How it was read', ['note']],
];

/** How many remarks ask for something to be done. */
export function toMend({ remarks = [] }: Found): number {
  return remarks.filter(({ kind }) => TO_MEND.includes(kind)).length;
}

/** What was found in a helpdesk, as paragraphs of lines: rows by table, what is contradictory, suspicious and missing, and how it was read. */
export function sourceReport(found: Found, tables: readonly string[]): string {
  const { rows = {}, remarks = [], reportsWithoutData = [] } = found;
  const counted = tables.map((table) => `${table} ${(rows[table] ?? 0).toLocaleString('en')}`).join(', ');
  const mend = toMend(found);
  const paragraphs = HEADINGS.flatMap(([heading, kinds]) => {
    const lines = [...remarks.filter(({ kind }) => kinds.includes(kind)).map(told), ...(heading === 'Missing' ? emptyReports(reportsWithoutData) : [])];
    return lines.length === 0 ? [] : [`${heading}\n${lines.join('\n')}`];
  });
  const verdict = mend === 0 ? 'Nothing contradicts itself, and nothing looks wrong.' : `${mend} ${mend === 1 ? 'thing' : 'things'} to look at.`;
  return [`Rows: ${counted}.`, verdict, ...paragraphs].join('\n\n');
}

function told({ text, example, mend }: Remark): string {
  return [`  - ${text}`, ...(example === undefined ? [] : [`    For example ${example}.`]), ...(mend === undefined ? [] : [`    To mend: ${mend}`])].join('\n');
}

/** Reports with the same needs in one line. */
function emptyReports(reports: Found['reportsWithoutData'] & object): string[] {
  const byNeeds = new Map<string, string[]>();
  for (const { label, needs } of reports) {
    const key = needs.join(' and ');
    byNeeds.set(key, [...(byNeeds.get(key) ?? []), label]);
  }
  return [...byNeeds].map(([needs, labels]) => `  - Without ${needs} there is no data for ${labels.join('; ')}.`);
}
