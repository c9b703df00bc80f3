import { type DisplayValueAlignmentFactors, type FieldDisplay, getDisplayValueAlignmentFactors, type PanelProps, VizOrientation } from '@grafana/data';
import { DataLinksContextMenu, useTheme2, VizRepeater, type VizRepeaterRenderValueProps } from '@grafana/ui';
import type { CSSProperties, MouseEventHandler, ReactElement } from 'react';

import { NoData } from './no-data';
import { type SingleValueOptions, singleValues } from './single-values';

/** A value and its place. */
type Shown = VizRepeaterRenderValueProps<FieldDisplay, DisplayValueAlignmentFactors>;

/** What makes a value open its links; nothing where it has none. */
interface Opening {
  readonly onClick?: MouseEventHandler<HTMLElement>;
  readonly className?: string;
}

/** How much room values take; Grafana's own where not said. */
interface Room {
  readonly itemSpacing: number;
  readonly autoGrid?: boolean;
  readonly minVizWidth?: number;
  readonly minVizHeight?: number;
  readonly maxVizHeight?: number;
}

interface Repeated extends Room {
  readonly panel: PanelProps<SingleValueOptions>;
  readonly hasSparkline?: boolean;
  readonly linkStyle?: CSSProperties;
  readonly render: (shown: Shown, opening: Opening) => ReactElement;
}

/** The values of a panel side by side, each with its data links; without any, what Grafana says then. */
export function RepeatedValues({ panel, hasSparkline = false, linkStyle, render, ...room }: Repeated) {
  const { data, width, height, options, renderCounter } = panel;
  const theme = useTheme2();
  if (data.series.every(({ length }) => length === 0)) {
    return <NoData data={data} fieldConfig={panel.fieldConfig} />;
  }
  return (
    <VizRepeater<FieldDisplay, DisplayValueAlignmentFactors>
      {...room}
      width={width}
      height={height}
      source={data}
      renderCounter={renderCounter}
      orientation={(options.orientation ?? VizOrientation.Auto) as VizOrientation}
      getValues={() => singleValues(panel, theme, hasSparkline)}
      getAlignmentFactors={(values) => getDisplayValueAlignmentFactors(values)}
      renderValue={(shown) =>
        shown.value.hasLinks && shown.value.getLinks ? (
          <DataLinksContextMenu links={shown.value.getLinks} style={linkStyle}>
            {({ openMenu, targetClassName }) => render(shown, { onClick: openMenu, className: targetClassName })}
          </DataLinksContextMenu>
        ) : (
          render(shown, {})
        )
      }
    />
  );
}
