import { CANONICAL_TABLES } from '../../src/backend/canonical/tables';
import { METRICS } from '../../src/shared/catalog';
import { DIMENSION_CATALOG } from '../../src/shared/catalog/dimensions';
import { type Better, type Metric, TOPICS, type Topic } from '../../src/shared/catalog/metric';

const GOOD: Readonly<Record<Better, string>> = { lower: 'lower is better', higher: 'higher is better', neutral: 'neither way is better' };

function metricSection(metric: Metric): string {
  const { id, label, question, about, unit, better, datedBy, statistics, hours, dimensions, needs } = metric;
  const units: Readonly<Record<string, string>> = { s: 'seconds', percentunit: 'a share, 0 to 1', short: 'a count', none: 'a score' };
  return (
    `### ${label}\n\n*${question}* ${about}\n\n` +
    [
      `- \`${id}\`, ${units[unit]}; ${GOOD[better]}; dated by ${datedBy}`,
      `- statistics: ${statistics.map((one, i) => (i === 0 ? `**${one}**` : one)).join(', ')}${hours.includes('sla') ? '; 24/7 and SLA hours' : ''}`,
      `- dimensions: ${Object.keys(dimensions).join(', ')}`,
      ...byItself(metric),
      `- needs: ${needs.join(', ')}`,
    ].join('\n')
  );
}

/** What a helpdesk has besides. */
const CUSTOM_FIELDS =
  '| `attribute.<key>` | a custom field: a key of the tickets’ `attributes`, such as `attribute.plan`; of every metric that has `ticket` | (none) |';

/** What a query has that says nothing of groups, limits or owners; nothing where that is one number or line of all. */
function byItself({ defaults: { groupBy = {}, topTenOf, ownerAt } }: Metric): string[] {
  const named = (list: readonly string[] = []) => list.map((one) => `\`${one}\``).join(' and ');
  const top = topTenOf === undefined ? '' : ', the ten highest of at least one row (not in alert rules, which have every group)';
  const said = [
    ...(groupBy.totals ? [`totals by ${named(groupBy.totals)}${top}`] : []),
    ...(groupBy.over_time ? [`over time by ${named(groupBy.over_time)}`] : []),
    ...(ownerAt === 'current' ? ['owner and team are the current ones'] : []),
  ];
  return said.length > 0 ? [`- by itself: ${said.join('; ')}`] : [];
}

/** docs/metrics.md: every metric, by topic. */
export function metricsDocument(): string {
  const topics = (Object.keys(TOPICS) as Topic[]).map(
    (topic) =>
      `## ${TOPICS[topic]}\n\n${METRICS.filter((one) => one.topic === topic)
        .map(metricSection)
        .join('\n\n')}`
  );
  const dimensions = Object.entries(DIMENSION_CATALOG).map(
    ([id, { label, none, many }]) => `| \`${id}\` | ${label} | ${none}${many ? '; several values a row: groups do not add up' : ''} |`
  );
  return `# Metrics\n\nGenerated from the catalogue by \`npm run generate\`. Every number carries its n; the first statistic is the default. A percentile is continuous. \`within\` is the share of durations of at most the query's \`threshold\`, \`hits\` the rows in the numerator of a rate, \`tickets\`, \`customers\` and \`authors\` how many different ones stand behind the rows: [definitions.md](definitions.md#time-asked-otherwise). Where a line says what a metric is “by itself”, a query that names no groups and no limit has these; \`"groupBy": []\` and \`"limit": null\` ask for none.\n\n${topics.join('\n\n')}\n\n## Dimensions\n\n| id | | a row without a value |\n|---|---|---|\n${dimensions.join('\n')}\n${CUSTOM_FIELDS}\n`;
}

/** docs/connect.md with its tables as they are. */
export function connectDocument(current: string): string {
  const rows = CANONICAL_TABLES.map(
    ({ name, columns, required }) =>
      `| ${required ? `**${name}**` : name} | ${columns.map((column) => `${column.required ? `**${column.name}**` : column.name}${column.type === 'instant' ? ' (instant)' : ''}${column.oneOf ? ` (${column.oneOf.join(', ')})` : ''}`).join(' · ')} |`
  );
  const table = `<!-- tables -->\n| table | columns (bold: required) |\n|---|---|\n${rows.join('\n')}\n<!-- /tables -->`;
  return current.includes('<!-- /tables -->') ? current.replace(/<!-- tables -->[\s\S]*<!-- \/tables -->/, table) : current.replace('<!-- tables -->', table);
}
