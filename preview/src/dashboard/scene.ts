import { getDefaultTimeRange, LoadingState } from '@grafana/data';
import { DashboardCursorSync } from '@grafana/schema';
import {
  behaviors,
  dataLayers,
  EmbeddedScene,
  SceneDataLayerSet,
  SceneDataNode,
  SceneDataTransformer,
  SceneGridItem,
  type SceneGridItemLike,
  SceneGridLayout,
  SceneQueryRunner,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
  VizPanel,
} from '@grafana/scenes';

import { isDrawnByPreview } from '../panels/registry';
import { AnnotationControls } from './annotation-controls';
import { ControlsBar } from './controls-bar';
import type { DashboardJson, PanelJson } from './model';
import { panelMenu } from './panel-menu';
import { PanelNotices } from './panel-notices';
import { GridRow } from './grid-row';
import { PreviewPanel } from './preview-panel';
import { variables } from './variables';

const REFRESH = ['5s', '10s', '30s', '1m', '5m', '15m', '30m', '1h', '2h', '1d'];

/** A classic dashboard as a scene. */
export function dashboardScene({
  time,
  timezone,
  weekStart,
  refresh,
  graphTooltip = DashboardCursorSync.Off,
  timepicker,
  templating,
  annotations,
  panels = [],
}: DashboardJson): EmbeddedScene {
  const layers = (annotations?.list ?? [])
    .filter(({ datasource }) => datasource?.type !== 'grafana' && datasource?.uid !== '-- Grafana --')
    .map(
      (query, i) =>
        new dataLayers.AnnotationsDataLayer({ key: `annotations-${i}`, name: query.name, query, isEnabled: query.enable, isHidden: Boolean(query.hide) })
    );
  return new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: time?.from ?? 'now-6h', to: time?.to ?? 'now', timeZone: timezone || undefined, weekStart: weekStart as never }),
    $variables: new SceneVariableSet({ variables: variables(templating?.list ?? []) }),
    $data: new SceneDataLayerSet({ layers }),
    $behaviors: [new behaviors.CursorSync({ sync: graphTooltip })],
    controls: [
      new ControlsBar({
        left: [new VariableValueSelectors({}), new AnnotationControls({})],
        right: timepicker?.hidden
          ? []
          : [
              new SceneTimePicker({ isOnCanvas: true }),
              new SceneRefreshPicker({ refresh: refresh || '', intervals: timepicker?.refresh_intervals ?? REFRESH, isOnCanvas: true, withText: true }),
            ],
      }),
    ],
    body: new SceneGridLayout({ children: gridItems(panels), isLazy: false, isDraggable: false, isResizable: false }),
  });
}

/** Panels between a row and the next belong to it; a collapsed row holds its own. */
function gridItems(panels: readonly PanelJson[]): SceneGridItemLike[] {
  const items: SceneGridItemLike[] = [];
  let row: { readonly json: PanelJson; readonly children: SceneGridItemLike[] } | null = null;
  const end = () => {
    if (row) {
      const { json, children } = row;
      items.push(
        new GridRow({
          key: `row-${json.id}`,
          title: json.title ?? '',
          y: json.gridPos?.y ?? 0,
          isCollapsible: true,
          isCollapsed: json.collapsed ?? false,
          children,
        })
      );
    }
    row = null;
  };
  for (const json of panels) {
    if (json.type === 'row') {
      end();
      row = { json, children: (json.panels ?? []).map(gridItem) };
    } else {
      (row?.children ?? items).push(gridItem(json));
    }
  }
  end();
  return items;
}

function gridItem(json: PanelJson): SceneGridItem {
  const { x = 0, y = 0, w = 12, h = 8 } = json.gridPos ?? {};
  return new SceneGridItem({ key: `grid-item-${json.id}`, x, y, width: w, height: h, body: new PreviewPanel({ panelId: json.id, panel: vizPanel(json) }) });
}

/** A panel with its queries and transformations. */
export function vizPanel({
  id,
  type,
  title = '',
  description,
  transparent,
  options = {},
  fieldConfig = { defaults: {}, overrides: [] },
  targets = [],
  datasource,
  transformations = [],
  maxDataPoints,
  interval,
}: PanelJson): VizPanel {
  const answers =
    targets.length === 0
      ? new SceneDataNode({ data: { state: LoadingState.Done, series: [], timeRange: getDefaultTimeRange() } })
      : new SceneQueryRunner({
          queries: [...targets],
          datasource,
          maxDataPoints: maxDataPoints ?? undefined,
          minInterval: interval ?? undefined,
          dataLayerFilter: { panelId: id },
        });
  return new VizPanel({
    key: `panel-${id}`,
    title,
    // as Grafana’s dashboards have it
    hoverHeader: title === '',
    description,
    pluginId: type,
    displayMode: transparent ? 'transparent' : 'default',
    options,
    fieldConfig,
    titleItems: [new PanelNotices({})],
    menu: panelMenu(),
    $data: transformations.length > 0 ? new SceneDataTransformer({ $data: answers, transformations: [...transformations] }) : answers,
    ...(isDrawnByPreview(type) ? { subtitle: 'Drawn plainly by the preview: Grafana does not publish this panel.' } : {}),
  });
}
