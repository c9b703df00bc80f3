import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';

import { namesIn } from '../../../src/shared/names';
import { type Language, LOCALES } from '../language';
import { metricOf, type PanelQuery } from '../query';
import { namedByStatistic } from './fields';
import type { PanelSpec } from './spec';
import { EMPTY_CELL } from './usual';

/** A row a group, or a row a record. */
export function table({ queries: [query] }: PanelSpec, language: Language) {
  // else all columns are equally wide and 150 pixels or more: names would be cut, and further columns stand outside
  const narrow = new Table()
    .showHeader(true)
    // a ticket's number is a name, no amount
    .overrideByFieldType('string', [
      { id: 'unit', value: 'string' },
      { id: 'custom.minWidth', value: 96 },
    ])
    .overrideByFieldType('number', [EMPTY_CELL, { id: 'custom.width', value: 76 }])
    .overrideByFieldType('time', [
      { id: 'unit', value: 'time:D MMM HH:mm' },
      { id: 'custom.width', value: 112 },
    ]);
  const built = query.kind === 'records' || query.groupBy?.[0] === 'ticket' ? ofTickets(narrow, query, language) : narrow;
  return namedByStatistic(built, query, language);
}

/** Columns of names: what a ticket is about has the room that they leave. */
const NAMES: ReadonlySet<string> = new Set(['customer', 'owner', 'team']);

/** A ticket’s number is short, and what it is about is long; it stands beside the number, before how many. */
function ofTickets(built: Table, query: PanelQuery, language: Language): Table {
  const names = namesIn(LOCALES[language]);
  const metric = metricOf(query);
  const [ticket, subject] = [names.dimension('ticket'), names.column('subject')];
  const named = (query.columns ?? []).filter((word) => NAMES.has(word)).map((word) => names.column(word));
  return (
    named
      .reduce(
        (one, name) => one.overrideByName(name, [{ id: 'custom.width', value: 132 }]),
        // what a ticket is about, what a customer wrote: a second line rather than dots
        built.overrideByFieldType('string', [{ id: 'custom.wrapText', value: true }])
      )
      .withTransformation({ id: 'organize', options: { indexByName: { [ticket]: 0, [subject]: 1 }, excludeByName: {}, renameByName: {} } })
      .overrideByName(ticket, [{ id: 'custom.width', value: 76 }])
      .overrideByName(names.column('score'), [
        { id: 'unit', value: 'none' },
        { id: 'decimals', value: 0 },
      ])
      .overrideByName(names.column('scale'), [{ id: 'custom.width', value: 76 }])
      // the title says the metric, whose name is too long for a head
      .overrideByName(names.metric(metric.id), [{ id: 'displayName', value: names.statistic(metric.statistics[0]) }])
  );
}
