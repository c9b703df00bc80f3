import { FieldColorModeId, FieldConfigProperty, PanelPlugin, type PanelProps } from '@grafana/data';
import type { ComponentType } from 'react';

import { customProperties } from '../custom-properties';
import { BarChartPanel } from './bar-chart';
import { GaugePanel } from './gauge';
import { HeatMapPanel } from './heat-map';
import { PiePanel } from './pie';
import { StateTimelinePanel } from './state-timeline';
import { UnknownPanel } from './unknown';

interface Drawn {
  readonly component: unknown;
  readonly isByThresholds?: boolean;
}

const DRAWN: Readonly<Record<string, Drawn>> = {
  barchart: { component: BarChartPanel },
  piechart: { component: PiePanel },
  gauge: { component: GaugePanel, isByThresholds: true },
  heatmap: { component: HeatMapPanel },
  'state-timeline': { component: StateTimelinePanel },
  'status-history': { component: StateTimelinePanel },
};

const DEFAULTS = { hideFrom: { tooltip: false, viz: false, legend: false }, lineWidth: 1, fillOpacity: 80, axisPlacement: 'auto', axisLabel: '' };

/** What stands for a panel type whose code Grafana does not publish. */
export function plainPlugin(id: string): PanelPlugin {
  const { component, isByThresholds = false } = DRAWN[id] ?? { component: UnknownPanel };
  return new PanelPlugin(component as ComponentType<PanelProps>).useFieldConfig({
    standardOptions: isByThresholds ? {} : { [FieldConfigProperty.Color]: { defaultValue: { mode: FieldColorModeId.PaletteClassic } } },
    useCustomConfig: (builder) => customProperties(builder, DEFAULTS),
  });
}
