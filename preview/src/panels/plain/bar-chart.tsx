import { type DataFrame, FieldType, outerJoinDataFrames, type PanelProps } from '@grafana/data';
import { LegendDisplayMode, type VizLegendOptions } from '@grafana/schema';
import { useTheme2, VizLayout, VizLegend } from '@grafana/ui';

import { NoData } from '../no-data';
import { LyingBars } from './lying-bars';
import { tableOf } from './series';
import { UprightBars } from './upright-bars';

interface Options {
  readonly orientation?: string;
  readonly stacking?: 'none' | 'normal' | 'percent';
  readonly xTickLabelRotation?: number;
  readonly legend?: Partial<VizLegendOptions>;
}

/** Bars by category, beside or upon each other. */
export function BarChartPanel({ data, fieldConfig, width, height, options }: PanelProps<Options>) {
  const theme = useTheme2();
  const frame = joined(data.series);
  if (!frame?.length) {
    return <NoData data={data} fieldConfig={fieldConfig} />;
  }
  const table = tableOf(frame, theme);
  const { legend, orientation, stacking = 'none', xTickLabelRotation = 0 } = options;
  const shown =
    legend?.showLegend === false ? null : (
      <VizLayout.Legend placement={legend?.placement ?? 'bottom'}>
        <VizLegend
          placement={legend?.placement ?? 'bottom'}
          displayMode={legend?.displayMode ?? LegendDisplayMode.List}
          items={table.series.map(({ name, color }) => ({ label: name, color, yAxis: 1 }))}
        />
      </VizLayout.Legend>
    );
  const Bars = orientation === 'horizontal' ? LyingBars : UprightBars;
  return (
    <VizLayout width={width} height={height} legend={shown}>
      {(innerWidth, innerHeight) => <Bars table={table} width={innerWidth} height={innerHeight} stacking={stacking} isAslant={xTickLabelRotation !== 0} />}
    </VizLayout>
  );
}

/** Series over time are one frame each, which Grafana’s bar chart joins by their times. */
function joined(frames: readonly DataFrame[]): DataFrame | undefined {
  const [first] = frames;
  const isTimed = first?.fields.some(({ type }) => type === FieldType.time);
  return frames.length > 1 && isTimed ? outerJoinDataFrames({ frames: [...frames], keepDisplayNames: true }) : first;
}
