/** Something that the suite lets one do with a report, and the test here that does it with ours. */
export interface Shown {
  /** In the suite's words. */
  readonly control: string;
  /** How it is done here. */
  readonly here: string;
  /** In tests/. */
  readonly file: string;
  /** The test's title, from its start. */
  readonly test: string;
}

/** What a test of a file in tests/ does: how it is done here, by what the suite calls it. */
export function shownBy(file: string, test: string, controls: Readonly<Record<string, string>>): Shown[] {
  return Object.entries(controls).map(([control, here]) => ({ control, here, file, test }));
}

const by = (spec: string, test: string, controls: Readonly<Record<string, string>>) => shownBy(`e2e/${spec}.spec.ts`, test, controls);

/** Everything that the suite lets one do with its reports; the reports themselves are in suite-reports.ts, and as questions in reports.spec.ts. */
export const CONTROLS: readonly Shown[] = [
  ...by('dashboards', 'a link leads to the next dashboard with the time and the choices', {
    'Reports by topic, a side bar': 'a dashboard a topic, and a row of links on each',
  }),
  ...by('reports', '${name}: from nothing in', {
    'Quick answers': 'a question is one choice',
    Frequency: 'NPS by month: the drop-down “Frequency”',
    'Chart type': 'Explore draws lines over time and totals as bars, each beside its name; on a dashboard any panel takes the same answer',
  }),
  ...by('controls', 'a viewer is told why there is no survey data, and cannot refresh', {
    'View-only seats see no survey data': 'a sentence in the panel’s place says which role it needs',
    'Refresh, for whom it is not': 'a viewer has no “Refresh now”, and is refused by name of the role',
  }),
  ...by('dashboards', 'a report is shown over time or in totals, around the clock or in SLA hours', {
    'Over time and totals': 'the drop-down “Show” of a dashboard; in the editor two buttons',
    '24/7 and SLA hours': 'the drop-down “Hours” of a dashboard; in the editor two buttons',
  }),
  ...by('variables', 'a team chosen above narrows every panel to it', { 'Filters above a report': 'drop-downs above the dashboard' }),
  ...by('query-editor', 'a filter is looked up in the helpdesk as one types', { 'A filter on a report': 'a row of the editor, its values looked up' }),
  ...by('controls', 'a report is cut, ordered and analysed with its graph in sight', {
    'The panel of settings beside the report': 'the editor above the graph, which stays in sight',
    Dimension: 'the drop-down “Dimension”',
    'Break down by': 'the drop-down “Break down by”',
    Sort: 'the drop-down “Sort by”',
    'Trends: linear, predictive, logarithmic': 'the drop-down “Trend”',
    Anomalies: 'the switch “Anomalies”',
    'About the report': 'a line under the editor, whole where one asks',
    Refresh: 'a line that says how old the data is, with “Refresh now”, which is pressed',
    'Copy the address': 'the address holds the query',
  }),
  ...by('controls', 'several metrics are chosen for one table', {
    'Metrics and selected properties': 'a scorecard: its metrics in one box, a row for each owner',
  }),
  ...by('drill-down', 'a bar of a dashboard leads to its tickets, and to no others', {
    'Unsummarised data': 'a bar leads to the rows behind it, each with its link to the helpdesk',
    'Export of unsummarised data': 'all these rows as CSV: “Download CSV” here, the query inspector in Grafana',
  }),
  ...by('controls', 'a dashboard says that changes go into a copy', { 'Customise and save a report': 'Grafana’s “Save as”; the dashboard says so' }),
];
