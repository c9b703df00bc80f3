import { BigValueColorMode, BigValueGraphMode, BigValueJustifyMode, BigValueTextMode, ReduceDataOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';

import type { PanelSpec } from './spec';

/** One number, as large as its panel. */
export function large({ steps }: PanelSpec) {
  return new Stat()
    .graphMode(BigValueGraphMode.None)
    .colorMode(steps ? BigValueColorMode.BackgroundSolid : BigValueColorMode.None)
    .justifyMode(BigValueJustifyMode.Center)
    .textMode(BigValueTextMode.Value)
    .reduceOptions(new ReduceDataOptionsBuilder().values(false).calcs(['lastNotNull']));
}
