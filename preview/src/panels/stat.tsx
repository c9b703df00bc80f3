import { type DisplayValueAlignmentFactors, type FieldDisplay, getDisplayValueAlignmentFactors, PanelPlugin, type PanelProps, VizOrientation } from '@grafana/data';
import type { VizTextDisplayOptions } from '@grafana/schema';
import { BigValue, BigValueColorMode, BigValueGraphMode, BigValueJustifyMode, BigValueTextMode, DataLinksContextMenu, useTheme2, VizRepeater, type VizRepeaterRenderValueProps } from '@grafana/ui';
import { useCallback } from 'react';

import { customProperties } from './custom-properties';
import { NoData } from './no-data';
import { type SingleValueOptions, singleValues } from './single-values';

interface Options extends SingleValueOptions {
  readonly colorMode?: BigValueColorMode;
  readonly graphMode?: BigValueGraphMode;
  readonly justifyMode?: BigValueJustifyMode;
  readonly text?: VizTextDisplayOptions;
  readonly textMode?: BigValueTextMode;
}

type Shown = VizRepeaterRenderValueProps<FieldDisplay, DisplayValueAlignmentFactors>;

function StatPanel(props: PanelProps<Options>) {
  const { data, width, height, options, renderCounter } = props;
  const theme = useTheme2();
  const { colorMode = BigValueColorMode.Value, graphMode = BigValueGraphMode.Area, justifyMode = BigValueJustifyMode.Auto, textMode = BigValueTextMode.Auto, orientation = VizOrientation.Auto, text } = options;
  const render = useCallback(({ value: { display, sparkline, getLinks, hasLinks }, width, height, count, alignmentFactors }: Shown) => {
    const value = { count, value: display, width, height, colorMode, graphMode, justifyMode, alignmentFactors, sparkline: graphMode === BigValueGraphMode.None ? undefined : sparkline, textMode: textMode === BigValueTextMode.Auto && count === 1 ? BigValueTextMode.Value : textMode, text, theme };
    return hasLinks && getLinks
      ? <DataLinksContextMenu links={getLinks}>{({ openMenu, targetClassName }) => <BigValue {...value} onClick={openMenu} className={targetClassName} />}</DataLinksContextMenu>
      : <BigValue {...value} />;
  }, [colorMode, graphMode, justifyMode, text, textMode, theme]);
  if (data.series.every(({ length }) => length === 0)) {
    return <NoData data={data} />;
  }
  return (
    <VizRepeater<FieldDisplay, DisplayValueAlignmentFactors>
      getValues={() => singleValues(props, theme, graphMode !== BigValueGraphMode.None)} getAlignmentFactors={(values) => getDisplayValueAlignmentFactors(values)}
      renderValue={render} width={width} height={height} source={data} itemSpacing={3} renderCounter={renderCounter} autoGrid orientation={orientation as VizOrientation}
    />
  );
}

/** Key numbers. */
export const plugin = new PanelPlugin<Options>(StatPanel).useFieldConfig({ useCustomConfig: (builder) => customProperties(builder, {}) });
