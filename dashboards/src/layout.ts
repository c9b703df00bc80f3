import { type GridPos, type Panel, RowBuilder, type RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';

import type { Language, Text } from './language';

/** The columns of Grafana’s grid. */
export const COLUMNS = 24;

/** A titled part of a dashboard; its panels flow from left to right over 24 columns. */
export interface Part<Spec> {
  readonly id: number;
  readonly title: Text;
  readonly panels: readonly Spec[];
}

/** How a dashboard's panels become those of its JSON. */
interface Layout<Spec> {
  readonly language: Language;
  /** Rows of the grid above the first section. */
  readonly above?: number;
  readonly heightOf: (spec: Spec) => number;
  readonly build: (spec: Spec, place: GridPos) => Panel;
}

/** Sections below each other; panels from the top, each at the highest place that is free over its width, and there the leftmost. */
export function laidOut<Spec extends { readonly width: number }>(
  sections: ReadonlyArray<Part<Spec>>,
  { language, above = 0, heightOf, build }: Layout<Spec>
): Array<Panel | RowPanel> {
  let y = above;
  return sections.flatMap(({ id, title, panels }) => {
    const row = new RowBuilder(title[language]).id(id).gridPos({ x: 0, y, w: COLUMNS, h: 1 }).build();
    y += 1;
    const filled = Array.from({ length: COLUMNS }, () => y);
    const placed = panels.map((spec): Placed<Spec> => {
      const tops = Array.from({ length: COLUMNS - spec.width + 1 }, (_, x) => Math.max(...filled.slice(x, x + spec.width)));
      const top = Math.min(...tops);
      const x = tops.indexOf(top);
      filled.fill(top + heightOf(spec), x, x + spec.width);
      return { spec, place: { x, y: top, w: spec.width, h: heightOf(spec) } };
    });
    y = Math.max(...filled);
    return [row, ...filledUp(placed).map(({ spec, place }) => build(spec, place))];
  });
}

/** A panel and its place on the grid. */
interface Placed<Spec> {
  readonly spec: Spec;
  readonly place: GridPos;
}

/** Panels that begin at the same height, as wide together as the dashboard: where a public one leaves some out, the others take their place. */
function filledUp<Spec>(placed: ReadonlyArray<Placed<Spec>>): Array<Placed<Spec>> {
  return placed.map(({ spec, place }) => {
    const beside = placed.filter(({ place: { y, h } }) => y < place.y + place.h && place.y < y + h);
    const width = beside.reduce((sum, { place: { w } }) => sum + w, 0);
    const isRow = beside.every(({ place: { y } }) => y === place.y);
    return { spec, place: isRow && width < COLUMNS ? { ...place, x: (place.x * COLUMNS) / width, w: (place.w * COLUMNS) / width } : place };
  });
}
