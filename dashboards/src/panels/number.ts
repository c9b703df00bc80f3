import { BigValueColorMode, BigValueGraphMode, BigValueTextMode, ReduceDataOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';

import { namesIn } from '../../../src/shared/names';
import { type Language, LOCALES } from '../language';
import { namedByItsThing } from './fields';
import type { PanelSpec } from './spec';

/** A key number, with the change from the previous period where the query compares. */
export function number({ queries, steps }: PanelSpec, language: Language) {
  const names = namesIn(LOCALES[language]);
  const stat = new Stat()
    .graphMode(BigValueGraphMode.None)
    .colorMode(steps ? BigValueColorMode.BackgroundSolid : BigValueColorMode.None)
    .reduceOptions(new ReduceDataOptionsBuilder().values(false).calcs(['lastNotNull']));
  if (!queries.some(({ compare }) => compare)) {
    return stat.textMode(BigValueTextMode.Value);
  }
  const aside = [names.series('previous'), names.series('difference')];
  return (
    namedByItsThing(stat, queries[0], language)
      .textMode(BigValueTextMode.ValueAndName)
      .withTransformation({ id: 'filterFieldsByName', options: { exclude: { names: aside } } })
      // a change has no good and bad side of its own; 0.335 % would say more than is known
      .overrideByName(names.series('change'), [
        { id: 'thresholds', value: { mode: 'absolute', steps: [{ value: null, color: 'transparent' }] } },
        { id: 'decimals', value: 1 },
      ])
  );
}
