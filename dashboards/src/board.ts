import {
  AnnotationQueryBuilder,
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  type Panel,
  TimePickerBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';

import { namesIn } from '../../src/shared/names';
import type { DimensionId, EventKind } from '../../src/shared/words';
import type { Destination } from './boards/destinations';
import { type Edition, isChoosable, sourceOf, uidIn } from './edition';
import { FRESHNESS_HEIGHT, freshnessPanel } from './freshness-panel';
import { LOCALES, type Text } from './language';
import { laidOut as inSections, type Part } from './layout';
import { NAVIGATION_PLACE, navigationPanel } from './navigation-panel';
import { panel } from './panel';
import { heightOf, type PanelSpec } from './panels/spec';
import { FILTERS, type FilterVariable, isOfChosenHours, metricsOf, withoutEffect } from './query';
import { CHOICES, type VariableName, variables } from './variables';

/** A titled part of a dashboard. */
export type Section = Part<PanelSpec>;

/** A dashboard in all languages. */
export interface Board extends Destination {
  /** The file's name, without .json. */
  readonly file: string;
  readonly description: Text;
  readonly sections: readonly Section[];
  /** What happened that can be drawn over its panels, and whether it is from the start; holidays where not given. */
  readonly events?: readonly BoardEvent[];
  /** Of single agents: it names them, so that there is none to share publicly. */
  readonly isOfPersons?: boolean;
  /** For a screen on a wall: of the last 24 hours, drawn anew every minute, without anything to choose. */
  readonly isWall?: boolean;
}

/** What happened that one may draw over a dashboard's panels. */
export interface BoardEvent {
  readonly kind: EventKind;
  readonly color: string;
  readonly isOn: boolean;
}

/** On every dashboard: they explain quiet days. */
export const HOLIDAYS: BoardEvent = { kind: 'holiday', color: 'blue', isOn: true };

const TAG = 'helpdesk';
const PUBLIC: Text = { en: '(public)', nl: '(openbaar)' };
const FOR_ALL: Text = {
  en: 'Made to be shared publicly: the whole helpdesk, nobody by name.',
  nl: 'Gemaakt om openbaar te delen: de hele helpdesk, niemand bij naam.',
};
/** Provisioned dashboards cannot be saved, and Grafana says so only to whoever tries; imported ones are laid over by the next import. */
const COPY: Text = {
  en: 'Comes with the plugin: what you change goes into a copy (Save as), which a new version leaves alone.',
  nl: 'Hoort bij de plugin: wat wordt aangepast gaat in een kopie (Opslaan als), die een nieuwe versie met rust laat.',
};

/** Whoever a ticket is of or by: a public dashboard names nobody. */
const PERSONS: ReadonlySet<DimensionId> = new Set(['ticket', 'owner', 'author', 'agent', 'customer', 'organization']);

/** The drop-downs that some panel follows. */
function usedBy(panels: readonly PanelSpec[]): Set<VariableName> {
  const queries = panels.flatMap((one) => one.queries);
  const filters = (Object.keys(FILTERS) as FilterVariable[]).filter((name) => queries.some((query) => !withoutEffect(metricsOf(query)).includes(name)));
  const named = new Set(
    queries.flatMap((query) => [...(isOfChosenHours(query) ? ['$hours'] : []), query.view, ...(query.filters ?? []).flatMap(({ values = [] }) => values)])
  );
  return new Set([...filters, ...CHOICES.filter((name) => named.has(`$${name}`))]);
}

function annotation({ kind, color, isOn }: BoardEvent, edition: Edition): AnnotationQueryBuilder {
  const { language } = edition;
  const target = { refId: 'Anno', kind: 'events', events: [kind], locale: LOCALES[language] };
  return new AnnotationQueryBuilder()
    .name(namesIn(LOCALES[language]).series(kind))
    .datasource(sourceOf(edition))
    .enable(isOn)
    .iconColor(color)
    .target({ build: () => target as never });
}

/** The dashboard's JSON in an edition, with links to those that stand beside it. */
export function dashboard(board: Board, edition: Edition, beside: readonly Destination[] = []): Dashboard {
  if (edition.publicUid !== undefined) {
    return withoutChoices(board, edition);
  }
  // on a wall nobody clicks
  return board.isWall ? withChoices(board, { ...edition, isPlain: true }, []) : withChoices(board, edition, beside);
}

function withChoices(board: Board, edition: Edition, beside: readonly Destination[]): Dashboard {
  const used = isChoosable(edition) ? usedBy(board.sections.flatMap(({ panels }) => panels)) : new Set<VariableName>();
  const built = begun(board, edition, [TAG, `${TAG}-${edition.language}`]).variables(variables(edition, used));
  (board.events ?? [HOLIDAYS]).forEach((event) => built.annotation(annotation(event, edition)));
  return { ...built.build(), panels: laidOut(board.sections, edition, beside.length > 0 ? [navigationPanel(beside, board, edition)] : []) };
}

/** Grafana shows no links and no annotations of data sources on public dashboards either. */
function withoutChoices(board: Board, edition: Edition): Dashboard {
  const sections = board.sections
    .map((section) => ({ ...section, panels: section.panels.filter((spec) => !namesPersons(spec)) }))
    .filter(({ panels }) => panels.length > 0);
  return { ...begun(board, edition, [`${TAG}-public`]).build(), panels: laidOut(sections, edition) };
}

function namesPersons({ queries }: PanelSpec): boolean {
  return queries.some(({ kind, groupBy = [] }) => kind === 'records' || groupBy.some((dimension) => PERSONS.has(dimension)));
}

/** What both kinds of dashboard have. */
function begun(board: Board, edition: Edition, tags: string[]): DashboardBuilder {
  const { language, publicUid } = edition;
  const [title, description] =
    publicUid === undefined
      ? [board.title[language], `${board.description[language]} ${COPY[language]}`]
      : [`${board.title[language]} ${PUBLIC[language]}`, `${board.description[language]} ${FOR_ALL[language]} ${COPY[language]}`];
  return (
    new DashboardBuilder(title)
      .uid(uidIn(board.uid, edition))
      .description(description)
      .tags(tags)
      .editable()
      .tooltip(DashboardCursorSync.Crosshair)
      // whole days: half a first day looks like a quiet one
      .time({ from: board.isWall ? 'now-24h' : 'now-30d/d', to: 'now' })
      .timezone('browser')
      // as often as the helpdesk is read anew, where the settings do not say otherwise
      .refresh(board.isWall ? '1m' : '10m')
      .timepicker(new TimePickerBuilder())
  );
}

/** The sections of a dashboard, below the links to those beside it and how fresh its data is. */
function laidOut(sections: readonly Section[], edition: Edition, navigation: readonly Panel[] = []): NonNullable<Dashboard['panels']> {
  const placed = inSections(sections, {
    language: edition.language,
    above: FRESHNESS_HEIGHT,
    heightOf,
    build: (spec, place) => panel(spec, place, edition),
  });
  return [...navigation, freshnessPanel(edition, navigation.length * NAVIGATION_PLACE.w), ...placed];
}
