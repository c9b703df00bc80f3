import {
  CustomVariableBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  type VariableModel,
  VariableRefresh,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { Builder } from '@grafana/grafana-foundation-sdk/cog';

import { namesIn } from '../../src/shared/names';
import { type Edition, sourceOf } from './edition';
import { LOCALES, type Text } from './language';
import { FILTERS, type FilterVariable } from './query';

const LABELS: Readonly<Record<'datasource' | 'hours' | 'sla', Text>> = {
  datasource: { en: 'Helpdesk', nl: 'Helpdesk' },
  hours: { en: 'Hours', nl: 'Uren' },
  sla: { en: 'SLA hours', nl: 'SLA-uren' },
};

/** The drop-downs of a dashboard: the helpdesk, those that filter, and 24/7 or SLA hours where a panel follows it. */
export function variables(edition: Edition, used: ReadonlySet<FilterVariable | 'hours'>): Array<Builder<VariableModel>> {
  const { language } = edition;
  const filters = (Object.keys(FILTERS) as FilterVariable[])
    .filter((name) => used.has(name))
    .map((name) =>
      new QueryVariableBuilder(name)
        .label(namesIn(LOCALES[language]).dimension(name))
        .datasource(sourceOf(edition))
        .query({ refId: 'variable', dimension: name, filters: [] })
        .multi(true)
        .includeAll(true)
        .current({ selected: true, text: ['All'], value: ['$__all'] })
        .refresh(VariableRefresh.OnDashboardLoad)
    );
  const sla = LABELS.sla[language];
  const hours = new CustomVariableBuilder('hours')
    .label(LABELS.hours[language])
    .values(`24/7 : all, ${sla} : sla`)
    .current({ selected: true, text: '24/7', value: 'all' })
    .options([
      { selected: true, text: '24/7', value: 'all' },
      { selected: false, text: sla, value: 'sla' },
    ]);
  return [
    new DatasourceVariableBuilder('datasource').label(LABELS.datasource[language]).type('helpdesk-metrics-datasource'),
    ...filters,
    ...(used.has('hours') ? [hours] : []),
  ];
}
