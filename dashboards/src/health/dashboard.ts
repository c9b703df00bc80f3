import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  TimePickerBuilder,
  VariableRefresh,
} from '@grafana/grafana-foundation-sdk/dashboard';

import { uidIn } from '../edition';
import { fileIn, type Language, LANGUAGES, type Text } from '../language';
import { laidOut } from '../layout';
import { HEIGHTS, healthPanel, PROMETHEUS } from './panel';
import { HEALTH } from './panels';

const TITLE: Text = { en: 'Helpdesk Metrics health', nl: 'Gezondheid van Helpdesk Metrics' };
const DESCRIPTION: Text = {
  en: 'The plugin itself, from the figures that Grafana serves at /metrics/plugins/helpdesk-metrics-datasource: how old the data is, what refreshes cost, how queries are answered. Needs a Prometheus that reads them.',
  nl: 'De plug-in zelf, uit de cijfers die Grafana geeft op /metrics/plugins/helpdesk-metrics-datasource: hoe oud de gegevens zijn, wat verversingen kosten, hoe vragen worden beantwoord. Vraagt een Prometheus die ze leest.',
};
const STORE: Text = { en: 'Data source', nl: 'Gegevensbron' };

const choice = (name: string, label: string, expr: string) =>
  new QueryVariableBuilder(name)
    .label(label)
    .datasource(PROMETHEUS)
    .query({ qryType: 1, query: expr, refId: 'variable' })
    .multi(true)
    .includeAll(true)
    .allValue('.*')
    .current({ selected: true, text: ['All'], value: ['$__all'] })
    .refresh(VariableRefresh.OnTimeRangeChanged);

/** The dashboard of the plugin's own figures. */
export function healthDashboard(language: Language): Dashboard {
  const built = new DashboardBuilder(TITLE[language])
    .uid(uidIn('helpdesk-health', { language }))
    .description(DESCRIPTION[language])
    // not those of the reports: it is of another data source, and for other readers
    .tags(['helpdesk-health'])
    .editable()
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: 'now-24h', to: 'now' })
    .timezone('browser')
    .refresh('1m')
    .timepicker(new TimePickerBuilder())
    .variables([
      new DatasourceVariableBuilder('prometheus').label('Prometheus').type('prometheus'),
      choice('instance', 'Grafana', 'label_values(helpdesk_metrics_data_sources_open, instance)'),
      choice('store', STORE[language], 'label_values(helpdesk_metrics_refreshes_total{instance=~"$instance"}, store)'),
    ])
    .build();
  const panels = laidOut(HEALTH, {
    language,
    heightOf: ({ kind }) => HEIGHTS[kind],
    build: (spec, place) => healthPanel(spec, place, language),
  });
  return { ...built, panels };
}

/** The files of health-dashboards/: English at the top, the other languages in folders. */
export function healthFiles(): ReadonlyArray<{ readonly path: string; readonly text: string; readonly language: Language }> {
  return LANGUAGES.map((language) => ({
    path: fileIn(language, 'health'),
    text: `${JSON.stringify(healthDashboard(language), null, 2)}\n`,
    language,
  }));
}
