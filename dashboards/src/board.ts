import { AnnotationQueryBuilder, type Dashboard, DashboardBuilder, DashboardCursorSync, DashboardLinkBuilder, DashboardLinkType, type Panel, RowBuilder, TimePickerBuilder } from '@grafana/grafana-foundation-sdk/dashboard';

import { namesIn } from '../../src/shared/names';
import type { EventKind } from '../../src/shared/words';
import { type Language, LOCALES, type Text } from './language';
import { DATASOURCE, heightOf, panel, type PanelSpec } from './panel';
import { FILTERS, type FilterVariable, metricOf, withoutEffect } from './query';
import { variables } from './variables';

/** A titled part of a dashboard; its panels flow from left to right over 24 columns. */
export interface Section {
  readonly id: number;
  readonly title: Text;
  readonly panels: readonly PanelSpec[];
}

/** A dashboard in all languages. */
export interface Board {
  /** The file's name, without .json. */
  readonly file: string;
  /** The uid in English; the others add their language. */
  readonly uid: string;
  readonly title: Text;
  readonly description: Text;
  readonly sections: readonly Section[];
}

const TAG = 'helpdesk';
const COLUMNS = 24;
const LINKS: Text = { en: 'Helpdesk dashboards', nl: 'Helpdesk-dashboards' };

/** The uid of a dashboard in a language. */
export function uidOf({ uid }: Board, language: Language): string {
  return language === 'en' ? uid : `${uid}-${language}`;
}

/** The drop-downs that some panel follows. */
function usedBy(panels: readonly PanelSpec[]): Set<FilterVariable | 'hours'> {
  const queries = panels.flatMap((one) => one.queries);
  const filters = (Object.keys(FILTERS) as FilterVariable[]).filter((name) => queries.some((query) => !withoutEffect(metricOf(query)).includes(name)));
  return new Set([...filters, ...(queries.some(({ hours }) => hours === '$hours') ? ['hours' as const] : [])]);
}

function annotation(kind: EventKind, color: string, isOn: boolean, language: Language): AnnotationQueryBuilder {
  const target = { refId: 'Anno', kind: 'events', events: [kind], locale: LOCALES[language] };
  return new AnnotationQueryBuilder().name(namesIn(LOCALES[language]).series(kind)).datasource(DATASOURCE).enable(isOn).iconColor(color).target({ build: () => target as never });
}

/** The dashboard's JSON in a language. */
export function dashboard(board: Board, language: Language): Dashboard {
  const built = new DashboardBuilder(board.title[language]).uid(uidOf(board, language)).description(board.description[language]).tags([TAG, `${TAG}-${language}`])
    .editable().tooltip(DashboardCursorSync.Crosshair).time({ from: 'now-30d', to: 'now' }).timezone('browser').refresh('5m').timepicker(new TimePickerBuilder())
    .variables(variables(language, usedBy(board.sections.flatMap(({ panels }) => panels))))
    .annotation(annotation('holiday', 'blue', true, language)).annotation(annotation('sla_breach', 'red', false, language))
    .link(new DashboardLinkBuilder(LINKS[language]).type(DashboardLinkType.Dashboards).tags([`${TAG}-${language}`]).asDropdown(true).keepTime(true).includeVars(true))
    .build();
  return { ...built, panels: laidOut(board.sections, language) };
}

/** Panels from the top, each at the highest place that is free over its width, and there the leftmost. */
function laidOut(sections: readonly Section[], language: Language): NonNullable<Dashboard['panels']> {
  let y = 0;
  return sections.flatMap(({ id, title, panels }) => {
    const row = new RowBuilder(title[language]).id(id).gridPos({ x: 0, y, w: 24, h: 1 }).build();
    y += 1;
    const filled = Array.from({ length: COLUMNS }, () => y);
    const placed = panels.map((spec): Panel => {
      const tops = Array.from({ length: COLUMNS - spec.width + 1 }, (_, x) => Math.max(...filled.slice(x, x + spec.width)));
      const top = Math.min(...tops);
      const x = tops.indexOf(top);
      filled.fill(top + heightOf(spec), x, x + spec.width);
      return panel(spec, { x, y: top, w: spec.width, h: heightOf(spec) }, language);
    });
    y = Math.max(...filled);
    return [row, ...placed];
  });
}
