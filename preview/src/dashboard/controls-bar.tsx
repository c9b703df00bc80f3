import type { GrafanaTheme2 } from '@grafana/data';
import { css } from '@emotion/css';
import { type SceneComponentProps, type SceneObject, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';

interface ControlsBarState extends SceneObjectState {
  /** Drop-downs and switches, over as many lines as they need. */
  readonly left: SceneObject[];
  /** The time, always at the right of the first line. */
  readonly right: SceneObject[];
}

/** What a dashboard is controlled with, laid out as Grafana does. */
export class ControlsBar extends SceneObjectBase<ControlsBarState> {
  static Component = Shown;
}

function Shown({ model }: SceneComponentProps<ControlsBar>) {
  const { left, right } = model.useState();
  const styles = useStyles2(getStyles);
  const shown = (controls: SceneObject[]) => controls.map((control) => <control.Component key={control.state.key} model={control} />);
  return (
    <div className={styles.bar}>
      <div className={styles.left}>{shown(left)}</div>
      <div className={styles.right}>{shown(right)}</div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', gap: theme.spacing(2), alignItems: 'flex-start', width: '100%' }),
  left: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), flexGrow: 1 }),
  right: css({ display: 'flex', gap: theme.spacing(1), flexShrink: 0 }),
});
