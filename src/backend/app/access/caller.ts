import type { PluginContext } from '../messages';

/** Grafana's roles in an organization, the least first. */
const ROLES = ['None', 'Viewer', 'Editor', 'Admin'] as const;
type Role = (typeof ROLES)[number];

/** Who asks, as far as it decides what may be seen. */
export interface Caller {
  /** Grafana asks for a person, for an alert rule, or for whoever has the address of a public dashboard. */
  readonly kind: 'person' | 'alert_rule' | 'public_dashboard';
  /** A person's; None of the others. */
  readonly role: Role;
  /** Whether a rule reads the answer: it gets errors where a panel gets notices. */
  readonly alert: boolean;
}

/** Grafana's own users, administrators all: who evaluates rules, and who asks for public dashboards (and the checks of Grafana's advisor). */
const SCHEDULER = 'grafana_scheduler';
const SERVICE = 'service';

/**
 * Tells from Grafana's context and headers who asks. Anybody can send the header FromAlert through Grafana, so it makes an answer stricter
 * and never shows more: a rule is what Grafana's scheduler sends, or a request with the header and no user at all.
 */
export function callerOf({ user }: Pick<PluginContext, 'user'>, headers: Readonly<Record<string, string>> = {}): Caller {
  const isMarked = Object.entries(headers).some(([name, value]) => name.toLowerCase() === 'fromalert' && value === 'true');
  const isOwn = (login: string) => user?.login === login && user.role === 'Admin';
  if (isOwn(SCHEDULER) || (user === null && isMarked)) {
    return { kind: 'alert_rule', role: 'None', alert: true };
  }
  // older Grafanas ask for a public dashboard without a user, or with one that has neither name nor role
  const isNobody = user === null || (user.login === '' && user.role === '');
  return isNobody || isOwn(SERVICE)
    ? { kind: 'public_dashboard', role: 'None', alert: isMarked }
    : { kind: 'person', role: roleOf(user.role), alert: isMarked };
}

/** Nobody who asks, but the plugin itself: for what is read once and told to all, of which nothing may be a value of a survey. */
export const OURSELVES: Caller = { kind: 'person', role: 'Admin', alert: false };

/** Whether somebody is a person of this role or a higher one. */
export function hasRole({ role }: Caller, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** Whether somebody may know everything of the data source that is no secret: those who may also change it. */
export function isAdministrator(caller: Caller): boolean {
  return hasRole(caller, 'Admin');
}

/** The line in which somebody’s requests wait: a person’s own, those of an organization’s rules, and of its public dashboards. */
export function lineOf({ orgId, user }: Pick<PluginContext, 'orgId' | 'user'>, { kind }: Caller): string {
  return JSON.stringify([orgId, kind, kind === 'person' ? user?.login : null]);
}

function roleOf(text: string): Role {
  return ROLES.find((role) => role === text) ?? 'None';
}
