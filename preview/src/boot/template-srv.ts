import { type ScopedVars, type TypedVariableModel, urlUtil, VariableHide } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { MultiValueVariable, sceneGraph, type SceneObject } from '@grafana/scenes';

/** The scene on the screen: the variables that plugins ask for are its. */
function activeScene(): SceneObject | undefined {
  return (window as unknown as { __grafanaSceneContext?: SceneObject }).__grafanaSceneContext;
}

/** Variables for code that knows no scenes. */
export const templateSrv: TemplateSrv = {
  getVariables() {
    const scene = activeScene();
    return scene
      ? sceneGraph.getVariables(scene).state.variables.map(
          (variable) =>
            ({
              type: variable.state.type,
              name: variable.state.name,
              label: variable.state.label,
              hide: variable.state.hide ?? VariableHide.dontHide,
              id: variable.state.key,
              global: false,
              skipUrlSync: false,
              index: 0,
              current:
                variable instanceof MultiValueVariable
                  ? { value: variable.state.value, text: variable.state.text }
                  : { value: variable.getValue(), text: variable.getValueText?.() ?? '' },
            }) as unknown as TypedVariableModel
        )
      : [];
  },
  replace(target = '', scopedVars: ScopedVars = {}, format) {
    const scene = (scopedVars.__sceneObject?.value as { valueOf(): SceneObject } | undefined)?.valueOf() ?? activeScene();
    return scene && target ? sceneGraph.interpolate(scene, target, scopedVars, format as never) : target;
  },
  containsTemplate(target = '') {
    return [...target.matchAll(/\$(\w+)|\$\{(\w+)[^}]*\}|\[\[(\w+)[^\]]*\]\]/g)].some(([, ...names]) =>
      names.some((name) => name && this.getVariables().some((variable) => variable.name === name))
    );
  },
  updateTimeRange: () => undefined,
};

/** The variables of the screen as a page's address holds them. */
export function variablesForUrl(): Record<string, unknown> {
  return Object.fromEntries(Object.entries(urlUtil.getUrlSearchParams()).filter(([key]) => key.startsWith('var-')));
}
