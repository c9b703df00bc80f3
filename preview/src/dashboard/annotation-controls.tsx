import { css } from '@emotion/css';
import { ControlsLabel, dataLayers, type SceneComponentProps, SceneDataLayerSet, sceneGraph, SceneObjectBase } from '@grafana/scenes';

type Layer = InstanceType<typeof dataLayers.AnnotationsDataLayer>;

/** A switch for each kind of annotation, by its name. */
export class AnnotationControls extends SceneObjectBase {
  static Component = Shown;
}

function Shown({ model }: SceneComponentProps<AnnotationControls>) {
  const sets = sceneGraph.getDataLayers(model, true).filter((one) => one instanceof SceneDataLayerSet);
  const layers = sets.flatMap(({ state }) => state.layers).filter((one) => one instanceof dataLayers.AnnotationsDataLayer);
  return (
    <>
      {layers
        .filter(({ state }) => !state.isHidden)
        .map((layer) => (
          <One key={layer.state.key} layer={layer} />
        ))}
    </>
  );
}

function One({ layer }: { readonly layer: Layer }) {
  const { key, name, data } = layer.useState();
  return (
    <div className={row}>
      <ControlsLabel htmlFor={`data-layer-${key}`} label={name} error={data?.errors?.[0]?.message} />
      <layer.Component model={layer} />
    </div>
  );
}

const row = css({ display: 'flex' });
