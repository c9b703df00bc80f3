import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Field, FieldValidationMessage, Label, Stack, Switch, useStyles2 } from '@grafana/ui';
import type { ReactElement, ReactNode } from 'react';

/** Rows of controls, one under the other. */
export function EditorRows({ children }: { readonly children: ReactNode }) {
  return (
    <Stack direction="column" gap={0.5}>
      {children}
    </Stack>
  );
}

/** Controls side by side on a common ground; they wrap where the editor is narrow. The last one of a spread row stands at its end. */
export function EditorRow({ label, isSpread = false, children }: { readonly label?: string; readonly isSpread?: boolean; readonly children: ReactNode }) {
  const styles = useStyles2(rowStyles);
  return (
    <div className={cx(styles.controls, isSpread && styles.spread)} role={label ? 'group' : undefined} aria-label={label}>
      {children}
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  /** A control with an id, or a group of radio buttons. */
  readonly children: ReactElement<{ readonly id?: string }>;
  /** Least width in units of the theme; the control fills it. */
  readonly width?: number;
  /** Takes what room is left in the row. */
  readonly isWide?: boolean;
  readonly error?: string | null;
}

/** A control under its label. */
export function EditorField({ label, children, width, isWide = false, error = null }: FieldProps) {
  const styles = useStyles2(fieldStyles, width ?? null, isWide);
  const { id } = children.props;
  if (id === undefined) {
    return (
      <Field className={styles.field} label={label} noMargin>
        {children}
      </Field>
    );
  }
  // Grafana's Field hands its id on to everything inside, the check boxes of a multiple drop-down included
  return (
    <div className={styles.field}>
      <Label htmlFor={id}>{label}</Label>
      {children.type === Switch ? <div className={styles.switch}>{children}</div> : children}
      {error !== null && <FieldValidationMessage id={errorId(id)}>{error}</FieldValidationMessage>}
    </div>
  );
}

/** The id of what is wrong with a control, for its aria-describedby. */
export function errorId(id: string): string {
  return `${id}-error`;
}

function rowStyles(theme: GrafanaTheme2) {
  return {
    controls: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5, 1.5),
      padding: theme.spacing(0.75, 1),
      background: theme.colors.background.secondary,
      borderRadius: theme.shape.radius.default,
    }),
    spread: css({ justifyContent: 'space-between' }),
  };
}

function fieldStyles(theme: GrafanaTheme2, width: number | null, isWide: boolean) {
  const least = width === null ? undefined : theme.spacing(width);
  return {
    // a switch is lower than the controls beside it
    switch: css({ display: 'flex', alignItems: 'center', minHeight: theme.spacing(theme.components.height.md) }),
    field: css({
      flex: isWide ? `1 1 ${least ?? 'auto'}` : undefined,
      width: isWide ? undefined : least,
      minWidth: isWide && least ? `min(${least}, 100%)` : undefined,
      maxWidth: '100%',
    }),
  };
}
