import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';

import { namesIn } from '../../../src/shared/names';
import { type Language, LOCALES } from '../language';
import { namedByStatistic } from './fields';
import type { PanelSpec } from './spec';

/** A row a group, or a row a record. */
export function table({ queries: [query] }: PanelSpec, language: Language) {
  const built = new Table()
    .showHeader(true)
    // a ticket's number is a name, no amount
    .overrideByFieldType('string', [{ id: 'unit', value: 'string' }]);
  if (query.kind === 'records') {
    return withNarrowTickets(built, language);
  }
  // else all columns are equally wide and 150 pixels or more: names would be cut, and a second number stand outside
  const narrow = built.overrideByFieldType('number', [{ id: 'custom.width', value: 76 }]);
  return namedByStatistic(query.groupBy?.[0] === 'ticket' ? ofTickets(narrow, language) : narrow, query, language);
}

/** What a ticket is about stands beside its number, before how many. */
function ofTickets(built: Table, language: Language): Table {
  const names = namesIn(LOCALES[language]);
  const indexByName = { [names.dimension('ticket')]: 0, [names.column('subject')]: 1 };
  return withNarrowTickets(built, language).withTransformation({ id: 'organize', options: { indexByName, excludeByName: {}, renameByName: {} } });
}

function withNarrowTickets(built: Table, language: Language): Table {
  return built.overrideByName(namesIn(LOCALES[language]).dimension('ticket'), [{ id: 'custom.width', value: 96 }]);
}
