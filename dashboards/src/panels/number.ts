import { VizOrientation, VizTextDisplayOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';

import { namesIn } from '../../../src/shared/names';
import { type Language, LOCALES } from '../language';
import { large } from './large';
import type { PanelSpec } from './spec';
import { lastOf } from './usual';

/** A key number, and below it the change from the previous period where the query compares: the panel’s title names both, and all are of one size. */
export function number({ queries }: PanelSpec, language: Language) {
  const names = namesIn(LOCALES[language]);
  const stat = large().orientation(VizOrientation.Horizontal).text(new VizTextDisplayOptionsBuilder().valueSize(24));
  // the change is a text; a transformation would drop an answer without fields, and with it the notice that says why
  const unseen = (['previous', 'difference'] as const).map((field) => names.series(field)).join('|');
  // (?!.) is the end: a dollar would begin a variable
  return queries.some(({ compare }) => compare) ? stat.reduceOptions(lastOf().fields(`/^(?!(${unseen})(?!.))/`)) : stat;
}
