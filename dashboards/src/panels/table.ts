import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';

import type { Language } from '../language';
import { namedByStatistic } from './fields';
import type { PanelSpec } from './spec';

/** A row a group. */
export function table({ queries: [query] }: PanelSpec, language: Language) {
  const built = new Table()
    .showHeader(true)
    // a ticket's number is a name, no amount
    .overrideByFieldType('string', [{ id: 'unit', value: 'string' }])
    // else all columns are equally wide and 150 pixels or more: names would be cut, and a second number stand outside
    .overrideByFieldType('number', [{ id: 'custom.width', value: 76 }]);
  return namedByStatistic(built, query, language);
}
