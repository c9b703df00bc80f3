import { type DisplayValueAlignmentFactors, type FieldDisplay, getDisplayValueAlignmentFactors, PanelPlugin, type PanelProps, VizOrientation } from '@grafana/data';
import { BarGaugeDisplayMode, BarGaugeNamePlacement, BarGaugeValueMode, type VizTextDisplayOptions } from '@grafana/schema';
import { BarGauge, DataLinksContextMenu, useTheme2, VizRepeater, type VizRepeaterRenderValueProps } from '@grafana/ui';
import { useCallback } from 'react';

import { NoData } from './no-data';
import { type SingleValueOptions, singleValues } from './single-values';

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

type Shown = VizRepeaterRenderValueProps<FieldDisplay, DisplayValueAlignmentFactors>;

function BarGaugePanel(props: PanelProps<Options>) {
  const { data, width, height, options, renderCounter } = props;
  const theme = useTheme2();
  const { displayMode = BarGaugeDisplayMode.Gradient, valueMode = BarGaugeValueMode.Color, namePlacement = BarGaugeNamePlacement.Auto, showUnfilled = true, minVizWidth = 8, minVizHeight = 16, maxVizHeight = 300, orientation = VizOrientation.Auto, text } = options;
  const render = useCallback(({ value: { field, display, view, colIndex, getLinks, hasLinks }, width, height, orientation, alignmentFactors }: Shown) => {
    const bar = { value: display, width, height, orientation, field, display: view?.getFieldDisplayProcessor(colIndex ?? 0), theme, text, itemSpacing: 8, lcdCellWidth: 12, displayMode, alignmentFactors, showUnfilled, valueDisplayMode: valueMode, namePlacement };
    return hasLinks && getLinks
      ? <DataLinksContextMenu links={getLinks} style={{ height: '100%' }}>{({ openMenu, targetClassName }) => <BarGauge {...bar} onClick={openMenu} className={targetClassName} />}</DataLinksContextMenu>
      : <BarGauge {...bar} />;
  }, [displayMode, namePlacement, showUnfilled, text, theme, valueMode]);
  if (data.series.every(({ length }) => length === 0)) {
    return <NoData data={data} />;
  }
  return (
    <VizRepeater<FieldDisplay, DisplayValueAlignmentFactors>
      getValues={() => singleValues(props, theme)} getAlignmentFactors={(values) => getDisplayValueAlignmentFactors(values)}
      renderValue={render} width={width} height={height} source={data} itemSpacing={8} renderCounter={renderCounter} orientation={orientation as VizOrientation}
      minVizWidth={minVizWidth} minVizHeight={minVizHeight} maxVizHeight={maxVizHeight}
    />
  );
}

/** Horizontal or vertical bars, one a value. */
export const plugin = new PanelPlugin<Options>(BarGaugePanel).useFieldConfig();
