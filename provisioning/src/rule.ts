import { findMetric } from '../../src/shared/catalog';
import type { HelpdeskQuery } from '../../src/shared/query';
import type { Limit, Threshold } from './thresholds';

/** The data source that rules ask: a rule cannot follow a dashboard's drop-down. */
export const DATASOURCE = { type: 'helpdesk-metrics-datasource', uid: 'helpdesk-metrics' } as const;
const EXPRESSION = { type: '__expr__', uid: '__expr__' } as const;

/** Where the runbooks are. Publish docs/alerting.md and put its address here, and every notification links to it. */
const RUNBOOKS = 'docs/alerting.md';

/** A rule as this folder lists it. */
export interface RuleSpec {
  /** The uid after `helpdesk-`: never changes. */
  readonly id: string;
  /** Also the heading of its runbook. */
  readonly title: string;
  /** How soon somebody must look: `critical` now, `warning` today, `info` this week. */
  readonly severity: 'critical' | 'warning' | 'info';
  /** Of a metric, or of the data's freshness. */
  readonly query: HelpdeskQuery | { readonly kind: 'freshness' };
  /** The stretch that the query covers, in seconds before the evaluation. */
  readonly window: number;
  /** Compare with the stretch of the same length before: the threshold is about the difference. */
  readonly withPrevious?: boolean;
  readonly threshold: Limit;
  /** How long it must hold before anybody is told. */
  readonly pending: string;
  /** Where a series that is gone is good news at once, such as an owner with nothing at risk, 1; Grafana's own default is 2. */
  readonly missingResolvesAfter?: number;
  /** In the words of the notification; Go templates over .Labels and .Values.A (now), .Values.B (before, where compared). */
  readonly summary: string;
  readonly description: string;
  readonly panel: { readonly dashboard: string; readonly id: number };
}

/** A group of rules, evaluated together. */
export interface GroupSpec {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly RuleSpec[];
}

/**
 * A rule in the shape of Grafana's *files* (pkg/services/provisioning/alerting/rules_types.go), which is not that of its HTTP API.
 * No `$` stands in any text: older Grafanas put environment variables there, and `{{ .Labels.team }}` needs none.
 */
export function ruleOf(spec: RuleSpec): object {
  const { id, title, severity, query, window, withPrevious = false, threshold, panel } = spec;
  const followsTarget = threshold === 'target';
  const tested = withPrevious ? 'C' : followsTarget ? 'B' : 'A';
  const condition = withPrevious ? 'D' : followsTarget ? 'C' : 'B';
  return {
    uid: `helpdesk-${id}`,
    title,
    condition,
    data: [
      asked('A', query, window, 0),
      ...(withPrevious ? [asked('B', query, 2 * window, window), expression('C', { type: 'math', expression: '$A - $B' })] : []),
      // A is what the notification tells
      ...(followsTarget ? [asked('B', { ...query, beyondTarget: true }, window, 0)] : []),
      expression(condition, { type: 'threshold', expression: tested, conditions: [conditionOf(followsTarget ? BEYOND : threshold)] }),
    ],
    dashboardUid: panel.dashboard,
    panelId: panel.id,
    // Nothing to rate, nobody waiting, office closed: good news, not a page. Data that is too old or missing is never "no data"
    // here: the plugin answers it with an error, and an error pages as DatasourceError with this rule's labels.
    noDataState: 'OK',
    execErrState: 'Error',
    for: spec.pending,
    ...(spec.missingResolvesAfter === undefined ? {} : { missing_series_evals_to_resolve: spec.missingResolvesAfter }),
    annotations: {
      summary: withValues(spec.summary, `${title}: nothing to report, or no answer: then the annotation “Error” says why`),
      description: spec.description,
      runbook: `${RUNBOOKS}#${anchorOf(title)}`,
      // what the links of notifications are made of
      __dashboardUid__: panel.dashboard,
      __panelId__: String(panel.id),
    },
    // the team, owner or calendar is a label of the query's own
    labels: { severity, topic: topicOf(query) },
    isPaused: false,
  };
}

/** What a query is about: its metric's topic, or the data itself. */
function topicOf(query: RuleSpec['query']): string {
  if (!('metric' in query)) {
    return 'data';
  }
  const metric = findMetric(query.metric);
  if (!metric) {
    throw new Error(`There is no metric "${query.metric}".`);
  }
  return metric.topic;
}

/** A heading's anchor, as GitHub and most others make it. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

/** The summary of a rule that has values, and of one that has none: Grafana's templates cannot tell "no data" from an error. */
function withValues(summary: string, without: string): string {
  return `{{ if .Values.A }}${summary}{{ else }}${without}{{ end }}`;
}

function asked(refId: string, query: RuleSpec['query'], from: number, to: number): object {
  return { refId, relativeTimeRange: { from, to }, datasourceUid: DATASOURCE.uid, model: { refId, datasource: DATASOURCE, version: 1, ...query } };
}

function expression(refId: string, model: object): object {
  return { refId, datasourceUid: EXPRESSION.uid, model: { refId, datasource: EXPRESSION, ...model } };
}

/** Of distances from a target. */
const BEYOND: Threshold = { is: 'above', fires: 0 };

/** Grafana stays firing until the unload evaluator holds. */
function conditionOf({ is, fires, recovers }: Threshold): object {
  const [beyond, back] = is === 'above' ? ['gt', 'lt'] : ['lt', 'gt'];
  return {
    type: 'query',
    evaluator: { type: beyond, params: [fires] },
    ...(recovers === undefined ? {} : { unloadEvaluator: { type: back, params: [recovers] } }),
  };
}
