import { PanelPlugin, type PanelProps } from '@grafana/data';
import type { VizTextDisplayOptions } from '@grafana/schema';
import { BigValue, BigValueColorMode, BigValueGraphMode, BigValueJustifyMode, BigValueTextMode, useTheme2 } from '@grafana/ui';

import { customProperties } from './custom-properties';
import { RepeatedValues } from './repeated-values';
import type { SingleValueOptions } from './single-values';

interface Options extends SingleValueOptions {
  readonly colorMode?: BigValueColorMode;
  readonly graphMode?: BigValueGraphMode;
  readonly justifyMode?: BigValueJustifyMode;
  readonly text?: VizTextDisplayOptions;
  readonly textMode?: BigValueTextMode;
}

function StatPanel(props: PanelProps<Options>) {
  const theme = useTheme2();
  const {
    colorMode = BigValueColorMode.Value,
    graphMode = BigValueGraphMode.Area,
    justifyMode = BigValueJustifyMode.Auto,
    textMode = BigValueTextMode.Auto,
    text,
  } = props.options;
  const hasSparkline = graphMode !== BigValueGraphMode.None;
  return (
    <RepeatedValues
      panel={props}
      itemSpacing={3}
      autoGrid
      hasSparkline={hasSparkline}
      render={({ value: { display, sparkline }, width, height, count, alignmentFactors }, opening) => (
        <BigValue
          count={count}
          value={display}
          width={width}
          height={height}
          colorMode={colorMode}
          graphMode={graphMode}
          justifyMode={justifyMode}
          alignmentFactors={alignmentFactors}
          sparkline={hasSparkline ? sparkline : undefined}
          textMode={textMode === BigValueTextMode.Auto && count === 1 ? BigValueTextMode.Value : textMode}
          text={text}
          theme={theme}
          {...opening}
        />
      )}
    />
  );
}

/** Key numbers. */
export const plugin = new PanelPlugin<Options>(StatPanel).useFieldConfig({ useCustomConfig: (builder) => customProperties(builder, {}) });
