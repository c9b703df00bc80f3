import type { DemoHelpdesk } from '../../demo/writers/helpdesk/demo-helpdesk';
import { HELPDESKS, type ToldLayout } from '../../demo/writers/helpdesks';
import type { TableName } from '../../src/backend/canonical/tables';
import { LAYOUTS } from '../../src/backend/sources/layouts';
import { METRICS } from '../../src/shared/catalog';
import { type Metric, TOPICS, type Topic } from '../../src/shared/catalog/metric';
import { CONNECTIONS, LAYOUT_CHOICES, type LayoutChoice } from '../../src/shared/layouts';

/** A helpdesk, and the reasons for which its numbers differ, each once. */
interface Column {
  readonly layout: ToldLayout;
  readonly helpdesk: DemoHelpdesk;
  readonly reasons: readonly string[];
}

const sentence = (text: string): string => `${text[0].toUpperCase()}${text.slice(1)}.`;

/** The reason for which a helpdesk gives other numbers of a metric, in sentences; null where it gives the same. */
function reasonOf({ untold, partly }: DemoHelpdesk, metric: string): string | null {
  if (metric in untold) {
    return sentence(untold[metric]);
  }
  return metric in partly ? `Identical for ${partly[metric].of} alone. ${sentence(partly[metric].why)}` : null;
}

function columnOf(layout: ToldLayout): Column {
  const helpdesk = HELPDESKS[layout];
  const reasons = METRICS.map(({ id }) => reasonOf(helpdesk, id)).filter((reason) => reason !== null);
  return { layout, helpdesk, reasons: [...new Set(reasons)] };
}

/** What may be said of a metric of a helpdesk. */
const WORDS = ['identical', 'in part', 'differs', 'no data'] as const;

function wordOf({ layout, helpdesk }: Column, { id, needs }: Metric): (typeof WORDS)[number] {
  const from = LAYOUTS[layout];
  if (id in helpdesk.partly || !(id in helpdesk.untold)) {
    return id in helpdesk.partly ? 'in part' : 'identical';
  }
  return from.kind === 'helpdesk' && needs.some((table) => 'none' in from.tables[table as TableName]) ? 'no data' : 'differs';
}

/** What a helpdesk’s column says of a metric, with the number of the reason. */
function cell(column: Column, metric: Metric): string {
  const reason = reasonOf(column.helpdesk, metric.id);
  return `${wordOf(column, metric)}${reason === null ? '' : ` (${column.reasons.indexOf(reason) + 1})`}`;
}

const COLUMNS = (Object.keys(HELPDESKS) as ToldLayout[]).sort().map(columnOf);
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: ReadonlyArray<readonly string[]>): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

/** docs/helpdesks/metrics.md: of each metric and each helpdesk whether the demo, told in the helpdesk’s own tables, gives the same numbers, and why not. */
export function helpdeskMetricsDocument(): string {
  const head = ['metric', 'id', ...COLUMNS.map(({ layout, helpdesk }) => `[${helpdesk.label}](${layout}.md)`)];
  const topics = (Object.keys(TOPICS) as Topic[]).map((topic) => {
    const rows = METRICS.filter((metric) => metric.topic === topic).map((metric) => [
      `[${metric.label}](../metrics.md#${anchorOf(metric.label)})`,
      `\`${metric.id}\``,
      ...COLUMNS.map((column) => cell(column, metric)),
    ]);
    return `## ${TOPICS[topic]}\n\n${table(head, rows)}`;
  });
  const notes = COLUMNS.map(({ helpdesk: { label }, reasons }) => `### ${label}\n\n${reasons.map((reason, i) => `${i + 1}. ${reason}`).join('\n')}`);
  return `# Which helpdesk gives which number\n\n${ABOUT}\n\n${topics.join('\n\n')}\n\n## Why\n\n${notes.join('\n\n')}\n`;
}

/** docs/helpdesks/README.md with its tables as they are: each helpdesk’s page, and of how many metrics of each topic it gives the same numbers. */
export function helpdesksDocument(current: string): string {
  const pages = COLUMNS.map(({ layout }) => {
    const { label, connections }: LayoutChoice = LAYOUT_CHOICES[layout];
    return [`[${label}](${layout}.md)`, `\`${layout}\``, connections.map((one) => CONNECTIONS[one]).join(', ')];
  });
  const counted = (of: readonly Metric[]): string[] => COLUMNS.map((column) => countOf(of.map((metric) => wordOf(column, metric))));
  const topics = (Object.keys(TOPICS) as Topic[]).map((topic) => [TOPICS[topic], ...counted(METRICS.filter((metric) => metric.topic === topic))]);
  const head = ['reports', ...COLUMNS.map(({ helpdesk }) => helpdesk.label)];
  const made = { helpdesks: table(['helpdesk', 'layout', 'over'], pages), reports: table(head, [...topics, ['all', ...counted(METRICS)]]) };
  return Object.entries(made).reduce(
    (text, [name, rows]) => text.replace(new RegExp(`<!-- ${name} -->[^]*<!-- /${name} -->`), () => `<!-- ${name} -->\n${rows}\n<!-- /${name} -->`),
    current
  );
}

/** How many are identical, and how many are in part, of how many. */
function countOf(words: ReadonlyArray<(typeof WORDS)[number]>): string {
  const [identical, inPart] = WORDS.map((word) => words.filter((one) => one === word).length);
  return `${identical}${inPart > 0 ? ` + ${inPart}` : ''} of ${words.length}`;
}

/** The anchor of a heading, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

const ABOUT = `Generated by \`npm run generate\` from what the tests hold true: one helpdesk, the demo, is written into each helpdesk's own tables as far as they have a place for it, and each
metric is asked of both in every view.

| | |
|---|---|
| identical | every number is that of the demo in [canonical tables](../connect.md#tables) |
| in part | every number is, of the part of the tickets or ratings that is named |
| differs | there are numbers, but the helpdesk does not keep all that decides them, or keeps it otherwise |
| no data | the helpdesk keeps nothing that it is made of. Targets, calendars and [tables of your own](../availability.md#tables-and-files-of-your-own) in the settings can fill it |

The number in brackets is that of the reason, [below](#why). What an approximate number is worth, the helpdesk's own page says.`;
