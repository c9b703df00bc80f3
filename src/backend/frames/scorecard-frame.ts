import { countName, idName, type ScorecardColumn } from '../../shared/query/scorecard';
import type { ScorecardRow } from '../query/answer/scorecard';
import type { Series } from '../query/answer/series';
import type { Plan } from '../query/plan';
import type { Frame, FrameField } from './frame';
import { commonGoal, totalGoal } from './goal-config';
import { HIDDEN } from './hidden';
import { keyOf, statisticName, uniqueLabels } from './labels';
import { fieldConfig } from './field-config';
import type { FrameContext } from './metric-frames';
import type { WrittenUnit } from './written-unit';

/** A column of a scorecard as it is shown: its cells in the order of the rows, in its own unit. */
interface ShownColumn {
  readonly column: ScorecardColumn;
  readonly plan: Plan;
  readonly series: readonly Series[];
  readonly written: WrittenUnit;
}

/** A scorecard as one table, by work that yields between its pieces: what there is a row of, then a field a column, each with its own unit. */
export function* scorecardFrame(rows: readonly ScorecardRow[], columns: readonly ShownColumn[], context: FrameContext): Generator<void, Frame> {
  const { plan, refId, names, notices, executed, custom } = context;
  const series = rows.map(({ groups }) => ({ groups, values: [], n: [], hits: null }));
  const labels = yield* uniqueLabels(context, series);
  const fields: FrameField[] = [];
  for (const { column, plan: own, series: cells, written } of columns) {
    const [statistic] = own.statistics;
    const called = nameOf(column, columns, { ...context, plan: own });
    const ofColumn = { ...context, plan: own, written };
    const config = fieldConfig(ofColumn, statistic, called);
    const goal = commonGoal(
      ofColumn,
      statistic,
      rows.map((current) => ({ current }))
    );
    fields.push({
      name: column.name,
      column: { type: 'number', values: cells.map(({ values }) => values[0][0]) },
      config: { ...config, ...totalGoal(own.metric, statistic, goal) },
    });
    if (column.n) {
      const display = { displayNameFromDS: `${called} (${names.statistic('n')})`, unit: 'short', decimals: 0, description: config.description };
      fields.push({ name: countName(column), column: { type: 'number', values: cells.map(({ n }) => n[0]) }, config: display });
    }
    yield;
  }
  const keys = series.map((one) => keyOf(plan, one));
  return {
    name: names.series('scorecard'),
    refId,
    rows: rows.length,
    meta: {
      type: 'table',
      typeVersion: [0, 1],
      preferredVisualisationType: 'table',
      executedQueryString: executed,
      ...(notices.length > 0 ? { notices } : {}),
      custom: {
        kind: 'scorecard',
        timeZone: plan.timeZone,
        ...custom,
        keys,
        columns: columns.map(({ column, plan: { statistics }, series: cells, written }) => ({
          ...column,
          statistic: statistics[0],
          ...(written.unit === 'seconds' ? {} : { unit: written.unit }),
          rests: cells.map(({ n }) => n[0]),
        })),
      },
    },
    fields: [
      ...plan.groups.map(({ dimension }) => ({
        name: dimension,
        column: { type: 'string' as const, values: labels.map((one) => one[dimension]) },
        config: { displayName: names.dimension(dimension) },
      })),
      ...fields,
      // for links of a panel, which know a row by its cells alone: two agents may have one name
      ...plan.groups.map(({ dimension }) => ({
        name: idName(dimension),
        column: { type: 'string' as const, values: keys.map((key) => key[dimension]) },
        config: HIDDEN,
      })),
    ],
  };
}

/** A column's heading: its metric, and what tells it from another column of that metric or is not what the metric says by itself. */
function nameOf({ metric, statistic, hours }: ScorecardColumn, columns: readonly ShownColumn[], context: FrameContext): string {
  const { plan, names } = context;
  const same = columns.filter(({ column }) => column.metric === metric);
  const own = plan.statistics[0];
  const isOther = statistic !== undefined && own !== plan.metric.statistics[0];
  const said = [
    ...(isOther || new Set(same.map(({ plan: { statistics } }) => statistics[0])).size > 1 ? [statisticName(context, own).toLowerCase()] : []),
    ...(hours === 'sla' && same.some(({ column }) => column.hours !== 'sla') ? [names.series('sla_hours')] : []),
  ];
  return said.length === 0 ? names.metric(metric) : `${names.metric(metric)} (${said.join(', ')})`;
}
