import { BarGaugeDisplayMode, BarGaugeValueMode, TableCellDisplayMode } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';

import { unitOf } from '../../../src/shared/catalog/unit';
import { countName, idName } from '../../../src/shared/query/scorecard';
import type { Language } from '../language';
import { metricOf, type PanelColumn } from '../query';
import { choosing } from './fields';
import type { PanelSpec } from './spec';
import { EMPTY_CELL } from './usual';

/** Of the whole, with the number at its end. */
const BAR = [
  {
    id: 'custom.cellOptions',
    value: { type: TableCellDisplayMode.Gauge, mode: BarGaugeDisplayMode.Basic, valueDisplayMode: BarGaugeValueMode.Text },
  },
  // of nothing there is no bar, not even the stroke at its end
  { id: 'mappings', value: [{ type: 'special', options: { match: 'null+nan', result: { text: EMPTY_CELL.value, color: 'transparent' } } }] },
  // bars share what names and numbers leave, down to this
  { id: 'custom.minWidth', value: 94 },
];

/** As narrow as its head and its numbers; its colour is a target’s. */
const numbers = (width: number) => [
  { id: 'custom.cellOptions', value: { type: TableCellDisplayMode.ColorText } },
  { id: 'custom.width', value: width },
];

/** A row a group, a column a metric: shares as bars of the whole, durations and counts as numbers. Fields are known by their columns’ names. */
export function scorecard({ queries: [query], chooses, heads = {} }: PanelSpec, language: Language) {
  const { metrics = [], groupBy: [dimension] = [] } = query;
  const named = Object.entries(heads).reduce(
    (one, [column, head]) => one.overrideByName(column, [{ id: 'displayName', value: head[language] }]),
    new Table()
      .showHeader(true)
      .overrideByFieldType('number', [EMPTY_CELL])
      .overrideByName(dimension, [{ id: 'custom.width', value: 178 }, ...choosing(chooses, `\${__data.fields.${idName(dimension)}:percentencode}`, language)])
  );
  return metrics.reduce((one, column) => {
    const shown = one.overrideByName(column.metric, looks(column, heads[column.metric]?.[language] ?? ''));
    return column.n ? shown.overrideByName(countName({ name: column.metric }), numbers(48)) : shown;
  }, named);
}

function looks({ metric, statistic }: PanelColumn, head: string) {
  const found = metricOf({ metric });
  const unit = unitOf(found, statistic ?? found.statistics[0]);
  return unit === 'percentunit' ? BAR : numbers(Math.max(unit === 's' ? 106 : 84, 14 + 7 * head.length));
}
