import type { GrafanaTheme2 } from '@grafana/data';
import { css, cx } from '@emotion/css';
import { config } from '@grafana/runtime';
import { Icon, type IconName, ToolbarButton, useStyles2, useTheme2 } from '@grafana/ui';
import { type ReactNode, useState } from 'react';
import { NavLink, useLocation } from 'react-router-dom';

import { dashboards } from '../boot/boot-data';
import { wish } from './wishes';

/** The frame around every page: where one is, where one can go, and the theme. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const [isOpen, setOpen] = useState(false);
  const other = theme.isDark ? 'light' : 'dark';
  return (
    <div className={styles.shell}>
      <header className={styles.bar}>
        <ToolbarButton
          icon="bars"
          variant="canvas"
          aria-label={isOpen ? 'Close menu' : 'Open menu'}
          aria-expanded={isOpen}
          className={styles.toggle}
          onClick={() => setOpen(!isOpen)}
        />
        <img src="/public/plugins/helpdesk-metrics-datasource/img/logo.svg" alt="" width={22} height={22} />
        <span className={styles.name}>Helpdesk Metrics</span>
        <span className={styles.note}>Preview without a Grafana server</span>
        <span className={styles.space} />
        <ToolbarButton
          icon="palette"
          variant="canvas"
          data-testid="theme-toggle"
          aria-label={`Use the ${other} theme`}
          tooltip={`Use the ${other} theme`}
          onClick={() => wish('theme', other)}
        />
      </header>
      <div className={styles.below}>
        <nav className={cx(styles.nav, isOpen && styles.navOpen)} aria-label="Main" onClick={() => setOpen(false)}>
          <Menu title="Dashboards" icon="apps" tag="helpdesk-en" />
          <Menu title="In Dutch" icon="apps" tag="helpdesk-nl" />
          <div className={styles.group}>
            <Entry to="/explore" icon="compass">
              Explore
            </Entry>
            {Object.values(config.datasources).map(({ uid, name }) => (
              <Entry key={uid} to={`/config/${uid}`} icon="database">
                {name}
              </Entry>
            ))}
          </div>
        </nav>
        <main className={styles.main}>{children}</main>
      </div>
    </div>
  );
}

function Menu({ title, icon, tag }: { readonly title: string; readonly icon: IconName; readonly tag: string }) {
  const styles = useStyles2(getStyles);
  const listed = dashboards().filter(({ tags }) => tags.includes(tag));
  // the start first, the rest by name
  const ordered = [...listed].sort(
    (a, b) => Number(b.uid.startsWith('helpdesk-overview')) - Number(a.uid.startsWith('helpdesk-overview')) || a.title.localeCompare(b.title)
  );
  return (
    <div className={styles.group}>
      <h2 className={styles.heading}>
        <Icon name={icon} /> {title}
      </h2>
      {ordered.map(({ uid, title: name }) => (
        <Entry key={uid} to={`/d/${uid}`} isInner>
          {name}
        </Entry>
      ))}
    </div>
  );
}

function Entry({
  to,
  icon,
  isInner = false,
  children,
}: {
  readonly to: string;
  readonly icon?: IconName;
  readonly isInner?: boolean;
  readonly children: ReactNode;
}) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  // the time range stays from page to page
  const kept = new URLSearchParams([...new URLSearchParams(search)].filter(([key]) => isInner && (key === 'from' || key === 'to'))).toString();
  return (
    <NavLink to={kept ? `${to}?${kept}` : to} className={({ isActive }) => cx(styles.entry, isInner && styles.inner, isActive && styles.active)}>
      {icon && <Icon name={icon} />}
      {children}
    </NavLink>
  );
}

const DOCKED = '@media (min-width: 1600px)';

const getStyles = (theme: GrafanaTheme2) => ({
  shell: css({ height: '100vh', display: 'flex', flexDirection: 'column', background: theme.colors.background.canvas }),
  bar: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    height: 40,
    flexShrink: 0,
    padding: theme.spacing(0, 1.5),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  toggle: css({ [DOCKED]: { display: 'none' } }),
  name: css({ fontWeight: theme.typography.fontWeightMedium }),
  note: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    paddingLeft: theme.spacing(1),
    borderLeft: `1px solid ${theme.colors.border.medium}`,
  }),
  space: css({ flexGrow: 1 }),
  below: css({ display: 'flex', flexGrow: 1, minHeight: 0, position: 'relative' }),
  nav: css({
    display: 'none',
    flexDirection: 'column',
    gap: theme.spacing(2),
    width: 236,
    flexShrink: 0,
    overflowY: 'auto',
    padding: theme.spacing(2, 1),
    background: theme.colors.background.primary,
    borderRight: `1px solid ${theme.colors.border.weak}`,
    [DOCKED]: { display: 'flex' },
  }),
  navOpen: css({
    display: 'flex',
    position: 'absolute',
    zIndex: theme.zIndex.navbarFixed,
    top: 0,
    bottom: 0,
    boxShadow: theme.shadows.z3,
    [DOCKED]: { position: 'static', boxShadow: 'none' },
  }),
  group: css({ display: 'flex', flexDirection: 'column', gap: 2 }),
  heading: css({
    ...theme.typography.body,
    fontWeight: theme.typography.fontWeightMedium,
    margin: 0,
    padding: theme.spacing(0.5, 1),
    display: 'flex',
    gap: theme.spacing(1),
    alignItems: 'center',
  }),
  entry: css({
    display: 'flex',
    gap: theme.spacing(1),
    alignItems: 'center',
    padding: theme.spacing(0.75, 1),
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.secondary,
    '&:hover': { color: theme.colors.text.primary, background: theme.colors.action.hover },
  }),
  inner: css({ paddingLeft: theme.spacing(4) }),
  active: css({ color: theme.colors.text.primary, background: theme.colors.action.selected, boxShadow: `inset 2px 0 0 ${theme.colors.primary.main}` }),
  main: css({ flexGrow: 1, minWidth: 0, overflowY: 'auto' }),
});
