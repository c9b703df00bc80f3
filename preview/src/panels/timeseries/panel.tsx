import type { PanelProps } from '@grafana/data';
import { LegendDisplayMode, type VizLegendOptions, type VizTooltipOptions } from '@grafana/schema';
import { KeyboardPlugin, TimeSeries, TooltipPlugin2, usePanelContext } from '@grafana/ui';
import { useMemo } from 'react';

import { NoData } from '../no-data';
import { Annotations } from './annotations';
import { graphable } from './graphable';
import { linksAt } from './links';
import { TimeSeriesTooltip } from './tooltip';

interface Options {
  readonly legend?: VizLegendOptions;
  readonly tooltip?: VizTooltipOptions;
}

const LEGEND: VizLegendOptions = { displayMode: LegendDisplayMode.List, placement: 'bottom', showLegend: true, calcs: [] };

/** Hover modes of @grafana/ui's tooltip: one point's instant; that of all series. */
const [ONE, ALL] = [0, 1];

/** Grafana's own chart with its tooltip, zoom, links and annotations. */
export function TimeSeriesPanel({ data, fieldConfig, timeRange, timeZone, width, height, options, onChangeTimeRange }: PanelProps<Options>) {
  const frames = useMemo(() => graphable(data.series), [data.series]);
  const { sync, eventsScope } = usePanelContext();
  const { mode = 'single', sort = 'none' } = options.tooltip ?? {};
  if (frames.length === 0) {
    return <NoData data={data} fieldConfig={fieldConfig} />;
  }
  return (
    <TimeSeries
      frames={frames}
      structureRev={data.structureRev}
      timeRange={timeRange}
      timeZone={timeZone}
      width={width}
      height={height}
      legend={{ ...LEGEND, ...options.legend }}
      options={options}
    >
      {(config, aligned) => (
        <>
          <KeyboardPlugin config={config} />
          {mode !== 'none' && (
            <TooltipPlugin2
              config={config}
              hoverMode={mode === 'single' ? ONE : ALL}
              queryZoom={onChangeTimeRange}
              clientZoom
              syncMode={sync?.()}
              syncScope={eventsScope}
              getDataLinks={(seriesIndex, dataIndex) => linksAt(aligned, frames, seriesIndex, dataIndex)}
              render={(_plot, dataIndexes, seriesIndex, isPinned, _dismiss, _range, viaSync, links) => (
                <TimeSeriesTooltip
                  aligned={aligned}
                  dataIndexes={dataIndexes}
                  seriesIndex={seriesIndex}
                  mode={viaSync ? 'multi' : mode}
                  sort={sort}
                  isPinned={isPinned}
                  links={links}
                  timeZone={timeZone}
                />
              )}
            />
          )}
          <Annotations config={config} frames={data.annotations ?? NONE} />
        </>
      )}
    </TimeSeries>
  );
}

const NONE: never[] = [];
