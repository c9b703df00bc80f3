import type { GrafanaTheme2 } from '@grafana/data';
import { css } from '@emotion/css';
import { type SceneComponentProps, sceneGraph, SceneGridRow } from '@grafana/scenes';
import { Icon, useStyles2 } from '@grafana/ui';

/** A row's title over its panels, as a heading that opens and closes it. */
export class GridRow extends SceneGridRow {
  static override Component = Shown;
}

function Shown({ model }: SceneComponentProps<GridRow>) {
  const { title, isCollapsed = false, children } = model.useState();
  const styles = useStyles2(getStyles);
  return (
    <h2 className={styles.row}>
      <button type="button" className={styles.button} aria-expanded={!isCollapsed} onClick={model.onCollapseToggle}>
        <Icon name={isCollapsed ? 'angle-right' : 'angle-down'} />
        {sceneGraph.interpolate(model, title, undefined, 'text')}
        {isCollapsed && <span className={styles.count}>({model.getPanelCount(children)} panels)</span>}
      </button>
    </h2>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ width: '100%', height: 30, margin: 0, ...theme.typography.h5 }),
  button: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    height: 30,
    padding: 0,
    border: 'none',
    background: 'transparent',
    cursor: 'pointer',
    color: theme.colors.text.primary,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  count: css({ color: theme.colors.text.secondary, ...theme.typography.bodySmall }),
});
