import {
  CustomVariableBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  type VariableModel,
  VariableRefresh,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { Builder } from '@grafana/grafana-foundation-sdk/cog';

import { namesIn } from '../../src/shared/names';
import type { PlainDimensionId } from '../../src/shared/words';
import { type Edition, sourceOf } from './edition';
import { type Language, LOCALES, type Text } from './language';
import { FILTERS, type FilterVariable } from './query';

/** The drop-downs that choose how something is shown, or what one panel is of: there where a panel follows them. */
export const CHOICES = ['hours', 'view', 'availability', 'agent'] as const;
/** A drop-down that not every dashboard has. */
export type VariableName = FilterVariable | (typeof CHOICES)[number];

const HELPDESK = 'Helpdesk';

/** What Grafana calls the choice of all values. */
const ALL = { text: 'All', value: '$__all' } as const;

/** Drop-downs with values of their own, the first chosen from the start. */
const OWN: Readonly<Record<'hours' | 'view', { readonly label: Text; readonly options: ReadonlyArray<readonly [value: string, text: Text]> }>> = {
  hours: {
    label: { en: 'Hours', nl: 'Uren' },
    options: [
      ['all', { en: '24/7', nl: '24/7' }],
      ['sla', { en: 'SLA hours', nl: 'SLA-uren' }],
    ],
  },
  view: {
    label: { en: 'Show', nl: 'Toon' },
    options: [
      ['over_time', { en: 'Over time', nl: 'Over tijd' }],
      ['totals', { en: 'Totals', nl: 'Totalen' }],
    ],
  },
};

/** The drop-downs of a dashboard: the helpdesk, those that filter, and those that choose how something is shown. */
export function variables(edition: Edition, used: ReadonlySet<VariableName>): Array<Builder<VariableModel>> {
  const { language } = edition;
  const filters = (Object.keys(FILTERS) as FilterVariable[])
    .filter((name) => used.has(name))
    .map((name) =>
      valuesOf(name, edition)
        .includeAll(true)
        .multi(true)
        .current({ selected: true, text: [ALL.text], value: [ALL.value] })
    );
  return [
    new DatasourceVariableBuilder('datasource').label(HELPDESK).type('helpdesk-metrics-datasource'),
    ...filters,
    ...(['hours', 'view'] as const).filter((name) => used.has(name)).map((name) => own(name, language)),
    ...(used.has('availability')
      ? [
          valuesOf('availability', edition)
            .includeAll(true)
            .current({ selected: true, ...ALL }),
        ]
      : []),
    // of one agent at a time: the first from the start
    ...(used.has('agent') ? [valuesOf('agent', edition)] : []),
  ];
}

function valuesOf(dimension: PlainDimensionId, edition: Edition): QueryVariableBuilder {
  return new QueryVariableBuilder(dimension)
    .label(namesIn(LOCALES[edition.language]).dimension(dimension))
    .datasource(sourceOf(edition))
    .query({ refId: 'variable', dimension, filters: [] })
    .refresh(VariableRefresh.OnDashboardLoad);
}

function own(name: keyof typeof OWN, language: Language): CustomVariableBuilder {
  const { label, options } = OWN[name];
  const [first, ...rest] = options.map(([value, text], at) => ({ selected: at === 0, text: text[language], value }));
  return new CustomVariableBuilder(name)
    .label(label[language])
    .values(options.map(([value, text]) => `${text[language]} : ${value}`).join(', '))
    .current(first)
    .options([first, ...rest]);
}
