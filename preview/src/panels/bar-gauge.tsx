import { PanelPlugin, type PanelProps } from '@grafana/data';
import { BarGaugeDisplayMode, BarGaugeNamePlacement, BarGaugeValueMode, type VizTextDisplayOptions } from '@grafana/schema';
import { BarGauge, useTheme2 } from '@grafana/ui';

import { RepeatedValues } from './repeated-values';
import type { SingleValueOptions } from './single-values';

interface Options extends SingleValueOptions {
  readonly displayMode?: BarGaugeDisplayMode;
  readonly valueMode?: BarGaugeValueMode;
  readonly namePlacement?: BarGaugeNamePlacement;
  readonly showUnfilled?: boolean;
  readonly text?: VizTextDisplayOptions;
  readonly minVizWidth?: number;
  readonly minVizHeight?: number;
  readonly maxVizHeight?: number;
}

function BarGaugePanel(props: PanelProps<Options>) {
  const theme = useTheme2();
  const {
    displayMode = BarGaugeDisplayMode.Gradient,
    valueMode = BarGaugeValueMode.Color,
    namePlacement = BarGaugeNamePlacement.Auto,
    showUnfilled = true,
    minVizWidth = 8,
    minVizHeight = 16,
    maxVizHeight = 300,
    text,
  } = props.options;
  return (
    <RepeatedValues
      panel={props}
      itemSpacing={8}
      minVizWidth={minVizWidth}
      minVizHeight={minVizHeight}
      maxVizHeight={maxVizHeight}
      linkStyle={{ height: '100%' }}
      render={({ value: { field, display, view, colIndex }, width, height, orientation, alignmentFactors }, opening) => (
        <BarGauge
          value={display}
          width={width}
          height={height}
          orientation={orientation}
          field={field}
          display={view?.getFieldDisplayProcessor(colIndex ?? 0)}
          theme={theme}
          text={text}
          itemSpacing={8}
          lcdCellWidth={12}
          displayMode={displayMode}
          alignmentFactors={alignmentFactors}
          showUnfilled={showUnfilled}
          valueDisplayMode={valueMode}
          namePlacement={namePlacement}
          {...opening}
        />
      )}
    />
  );
}

/** Horizontal or vertical bars, one a value. */
export const plugin = new PanelPlugin<Options>(BarGaugePanel).useFieldConfig();
