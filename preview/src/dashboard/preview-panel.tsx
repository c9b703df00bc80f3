import { LoadingState, type PanelData } from '@grafana/data';
import { css } from '@emotion/css';
import { type SceneComponentProps, SceneDataNode, sceneGraph, SceneObjectBase, type SceneObjectState, type VizPanel } from '@grafana/scenes';

interface PreviewPanelState extends SceneObjectState {
  readonly panelId: number;
  readonly panel: VizPanel;
}

/** A panel that says in the page how far it is: what browser tests wait for. */
export class PreviewPanel extends SceneObjectBase<PreviewPanelState> {
  static Component = Shown;
}

function Shown({ model }: SceneComponentProps<PreviewPanel>) {
  const { panel, panelId } = model.useState();
  const { title, pluginId } = panel.useState();
  const provider = sceneGraph.getData(panel);
  const { data } = provider.useState();
  // a panel that asks nothing is done
  const state = provider instanceof SceneDataNode ? 'Done' : stateOf(data);
  return (
    <div
      role="group"
      className={fill}
      aria-label={panel.interpolate(title, undefined, 'text')}
      data-testid="panel"
      data-panel-id={panelId}
      data-panel-type={pluginId}
      data-state={state}
    >
      <panel.Component model={panel} />
    </div>
  );
}

const fill = css({ position: 'relative', width: '100%', height: '100%', display: 'flex' });

/** Loading, Error, NoData or Done. */
export function stateOf(data: PanelData | undefined): 'Loading' | 'Error' | 'NoData' | 'Done' {
  if (!data || data.state === LoadingState.Loading || data.state === LoadingState.NotStarted) {
    return 'Loading';
  }
  return data.state === LoadingState.Error ? 'Error' : hasValues(data) ? 'Done' : 'NoData';
}

function hasValues({ series }: PanelData): boolean {
  return series.some(({ fields }) =>
    fields.some(({ type, values }) => type !== 'time' && values.some((value: unknown) => value !== null && value !== undefined))
  );
}
