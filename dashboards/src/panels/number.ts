import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  ReduceDataOptionsBuilder,
  VizOrientation,
  VizTextDisplayOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';

import { namesIn } from '../../../src/shared/names';
import { type Language, LOCALES } from '../language';
import type { PanelSpec } from './spec';

/** A key number, and below it the change from the previous period where the query compares: the panel’s title names both, and all are of one size. */
export function number({ queries }: PanelSpec, language: Language) {
  const names = namesIn(LOCALES[language]);
  const stat = new Stat()
    .graphMode(BigValueGraphMode.None)
    .colorMode(BigValueColorMode.Value)
    .textMode(BigValueTextMode.Value)
    .justifyMode(BigValueJustifyMode.Center)
    .orientation(VizOrientation.Horizontal)
    .text(new VizTextDisplayOptionsBuilder().valueSize(24));
  const reduce = new ReduceDataOptionsBuilder().values(false).calcs(['lastNotNull']);
  return queries.some(({ compare }) => compare)
    ? stat
        // the change is a text
        .reduceOptions(reduce.fields('/.*/'))
        .withTransformation({ id: 'filterFieldsByName', options: { exclude: { names: [names.series('previous'), names.series('difference')] } } })
    : stat.reduceOptions(reduce);
}
