import { callerOf, hasRole, lineOf } from './caller';

const MARKED = { FromAlert: 'true' };
const user = (login: string, role: string) => ({ user: { login, role } });

test.each([
  ['a person', user('ann', 'Editor'), {}, 'person', 'Editor', false],
  ['a visitor of a Grafana that lets anybody in', user('', 'Viewer'), {}, 'person', 'Viewer', false],
  ['an Editor’s preview of a rule', user('ann', 'Editor'), MARKED, 'person', 'Editor', true],
  ['a Viewer who sends the header himself', user('vic', 'Viewer'), { fromalert: 'true' }, 'person', 'Viewer', true],
  ['a Viewer of the scheduler’s name', user('grafana_scheduler', 'Viewer'), MARKED, 'person', 'Viewer', true],
  ['a Viewer of the service’s name', user('service', 'Viewer'), {}, 'person', 'Viewer', false],
  ['a role that every object has', user('eve', 'constructor'), {}, 'person', 'None', false],
  ['a role that is no role', user('eve', 'admin'), {}, 'person', 'None', false],
  ['Grafana’s scheduler', user('grafana_scheduler', 'Admin'), MARKED, 'alert_rule', 'None', true],
  ['Grafana’s scheduler, the header lost', user('grafana_scheduler', 'Admin'), {}, 'alert_rule', 'None', true],
  ['an older scheduler, without a user', { user: null }, { Fromalert: 'true' }, 'alert_rule', 'None', true],
  ['a public dashboard', user('', ''), {}, 'public_dashboard', 'None', false],
  ['a public dashboard of a newer Grafana', user('service', 'Admin'), {}, 'public_dashboard', 'None', false],
  ['a public dashboard without a user', { user: null }, {}, 'public_dashboard', 'None', false],
  ['a public dashboard whose visitor sends the header', user('', ''), MARKED, 'public_dashboard', 'None', true],
  ['and that of a newer Grafana', user('service', 'Admin'), MARKED, 'public_dashboard', 'None', true],
  ['a header that says something else', { user: null }, { FromAlert: 'false' }, 'public_dashboard', 'None', false],
])('%s', (_who, context, headers, kind, role, alert) => {
  expect(callerOf(context, headers)).toEqual({ kind, role, alert });
});

test('a role has what the lesser ones have', () => {
  const roles = ['None', 'Viewer', 'Editor', 'Admin'] as const;
  for (const [at, role] of roles.entries()) {
    expect(roles.filter((least) => hasRole(callerOf(user('ann', role)), least))).toEqual(roles.slice(0, at + 1));
  }
});

test('each person of an organization waits in a line of their own, its rules in one, its public dashboards in one', () => {
  const line = (context: Parameters<typeof callerOf>[0], orgId = 1) => lineOf({ ...context, orgId }, callerOf(context));
  const ann = line(user('ann', 'Viewer'));
  expect(line(user('ann', 'Editor'))).toBe(ann);
  expect(line(user('', ''))).toBe(line(user('service', 'Admin')));
  expect(new Set([ann, line(user('ben', 'Viewer')), line(user('ann', 'Viewer'), 2), line(user('grafana_scheduler', 'Admin')), line(user('', ''))]).size).toBe(
    5
  );
});
