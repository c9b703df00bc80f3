import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';

import type { Language } from '../language';
import { namedByStatistic } from './fields';
import type { PanelSpec } from './spec';

/** A row a group. */
export function table({ queries: [query] }: PanelSpec, language: Language) {
  const built = new Table()
    .showHeader(true)
    // a ticket's number is a name, no amount
    .overrideByFieldType('string', [
      { id: 'unit', value: 'string' },
      // first and last name
      { id: 'custom.minWidth', value: 190 },
    ])
    // Grafana's columns are 150 pixels or more: a third number would stand outside
    .overrideByFieldType('number', [{ id: 'custom.minWidth', value: 60 }]);
  return namedByStatistic(built, query, language);
}
