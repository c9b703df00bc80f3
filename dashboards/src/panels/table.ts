import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';

import type { Language } from '../language';
import { namedByStatistic } from './fields';
import type { PanelSpec } from './spec';

/** A row a group. */
export function table({ queries: [query] }: PanelSpec, language: Language) {
  // a ticket's number is a name, no amount
  return namedByStatistic(new Table().showHeader(true).overrideByFieldType('string', [{ id: 'unit', value: 'string' }]), query, language);
}
