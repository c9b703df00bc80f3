import type { GrafanaTheme2 } from '@grafana/data';
import { css } from '@emotion/css';
import { Icon, Tooltip, useStyles2 } from '@grafana/ui';
import { type ReactNode, useEffect } from 'react';

interface PageProps {
  readonly title: string;
  readonly description?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its title. */
export function Page({ title, description, actions, children }: PageProps) {
  const styles = useStyles2(getStyles);
  useEffect(() => {
    document.title = `${title} - Helpdesk Metrics`;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{title}</h1>
        {description && (
          <Tooltip content={description}>
            <Icon name="info-circle" tabIndex={0} aria-label={description} />
          </Tooltip>
        )}
        <span className={styles.space} />
        {actions}
      </header>
      {children}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ padding: theme.spacing(2), display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minHeight: '100%' }),
  header: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), color: theme.colors.text.secondary }),
  title: css({ ...theme.typography.h3, margin: 0, color: theme.colors.text.primary }),
  space: css({ flexGrow: 1 }),
});
