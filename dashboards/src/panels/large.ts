import { BigValueColorMode, BigValueGraphMode, BigValueJustifyMode, BigValueTextMode } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';

import { lastOf } from './usual';

/** One number, as large as its panel. */
export function large() {
  return new Stat()
    .graphMode(BigValueGraphMode.None)
    .colorMode(BigValueColorMode.Value)
    .justifyMode(BigValueJustifyMode.Center)
    .textMode(BigValueTextMode.Value)
    .reduceOptions(lastOf());
}
