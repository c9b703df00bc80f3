import { FieldType, getDefaultTimeRange, LoadingState, type PanelData } from '@grafana/data';
import { css } from '@emotion/css';
import { SceneDataNode, type SceneObject, VizPanel } from '@grafana/scenes';
import { Alert } from '@grafana/ui';
import { useEffect, useMemo } from 'react';

import { stateOf } from '../dashboard/preview-panel';

const NOTHING: PanelData = { state: LoadingState.NotStarted, series: [], timeRange: getDefaultTimeRange() };

/** The answer, drawn as its frames prefer: over time or as a table. */
export function ExploreResult({ data = NOTHING, model }: { readonly data: PanelData | undefined; readonly model: SceneObject }) {
  const type = isTable(data) ? 'table' : 'timeseries';
  const [node, panel] = useMemo(() => {
    const made = new SceneDataNode({ data: NOTHING });
    const shown = new VizPanel({
      key: `explore-${type}`,
      title: type === 'table' ? 'Table' : 'Graph',
      pluginId: type,
      $data: made,
      options: { tooltip: { mode: 'multi' } } as object,
    });
    // variables and the time range are the scene's
    (shown as unknown as { _parent: SceneObject })._parent = model;
    return [made, shown];
  }, [type, model]);
  useEffect(() => node.setState({ data }), [node, data]);
  const errors = [...new Set((data.errors ?? []).map(({ message }) => message))];
  return (
    <>
      {errors.map((message) => (
        <Alert key={message} title="Query error" severity="error">
          {message}
        </Alert>
      ))}
      <div
        role="group"
        className={tall}
        aria-label={type === 'table' ? 'Table' : 'Graph'}
        data-testid="explore-result"
        data-panel-type={type}
        data-state={stateOf(data)}
      >
        <panel.Component model={panel} />
      </div>
    </>
  );
}

const tall = css({ display: 'flex', position: 'relative', minHeight: 480, flexGrow: 1 });

function isTable({ series }: PanelData): boolean {
  return series.some(({ meta, fields }) =>
    meta?.preferredVisualisationType ? meta.preferredVisualisationType === 'table' : !fields.some(({ type }) => type === FieldType.time)
  );
}
