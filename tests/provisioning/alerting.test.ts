import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

import { alertingFiles } from '../../provisioning/src';
import { anchorOf, DATASOURCE } from '../../provisioning/src/rule';
import { plan } from '../../src/backend/query/plan';
import { parseQuery } from '../../src/shared/query';
import { parseSettings } from '../../src/shared/settings';
import { alertingFile, alertQuery, type AlertRule, datasourceFile, ROOT, yamlFiles } from './files';

const FILES = yamlFiles('provisioning/alerting');
const GROUPS = FILES.flatMap(({ content }) => alertingFile.parse(content).groups);
const RULES = GROUPS.flatMap(({ rules }) => rules);
const isExpression = ({ datasourceUid }: AlertRule['data'][number]) => datasourceUid === '__expr__';

interface Panel {
  readonly id: number;
  readonly targets?: ReadonlyArray<Readonly<Record<string, unknown>>>;
}
const DASHBOARDS = new Map(
  readdirSync(join(ROOT, 'dashboards'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { uid, panels } = JSON.parse(readFileSync(join(ROOT, 'dashboards', name), 'utf8')) as { uid: string; panels: Panel[] };
      return [uid, panels];
    })
);

it('are the files that provisioning/src makes: npm run generate', () => {
  expect(FILES.map(({ name, text }) => ({ name, text }))).toEqual(alertingFiles());
});

it('cover the service: promises, what is about to break, first answers, satisfaction, waiting, cover', () => {
  const asked = RULES.flatMap(({ data }) => data)
    .filter((query) => !isExpression(query))
    .map(({ model }) => model.metric);
  expect(asked).toEqual(expect.arrayContaining(['sla_attainment', 'sla_at_risk', 'time_to_first_response', 'csat', 'waiting_now', 'uncovered_hours']));
});

it('have uids and titles of their own', () => {
  for (const values of [RULES.map(({ uid }) => uid), RULES.map(({ title }) => title)]) {
    expect(new Set(values).size).toBe(values.length);
  }
});

it('are evaluated at multiples of ten seconds, which Grafana refuses otherwise', () => {
  const seconds = (words: string) =>
    [...words.matchAll(/(\d+)([smh])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * { s: 1, m: 60, h: 3600 }[unit as 's'], 0);
  GROUPS.forEach(({ interval }) => expect(seconds(interval) % 10).toBe(0));
  expect(GROUPS.every(({ interval }) => seconds(interval) > 0)).toBe(true);
});

it('fire at the targets of the provisioned data source, which colour its dashboards', () => {
  const [{ content }] = yamlFiles('provisioning/datasources');
  const { targets } = parseSettings(JSON.parse(JSON.stringify(datasourceFile.parse(content).datasources[0].jsonData)));
  const limit = (uid: string) =>
    (RULES.find((rule) => rule.uid === uid)?.data.at(-1)?.model.conditions as Array<{ evaluator: Evaluator }> | undefined)?.[0].evaluator.params[0];
  const value = (metric: string) => targets.find((target) => target.metric === metric)?.value;
  expect(targets.length).toBeGreaterThan(0);
  expect([limit('helpdesk-slow-first-response'), limit('helpdesk-longest-wait')]).toEqual([value('time_to_first_response'), value('longest_wait')]);
  // this one goes by whatever target the data source has when it is evaluated
  expect(value('sla_attainment')).toBeDefined();
  expect(limit('helpdesk-sla-attainment')).toBe(0);
  expect(RULES.find(({ uid }) => uid === 'helpdesk-sla-attainment')?.data.map(({ model }) => model.beyondTarget)).toEqual([undefined, true, undefined]);
});

describe('docs/alerting.md', () => {
  const [example, contacts] = [...readFileSync(join(ROOT, 'docs/alerting.md'), 'utf8').matchAll(/```yaml\n([^]*?)```/g)].map(
    ([, yaml]) => parse(yaml) as unknown
  );

  it('shows a query that a rule can ask', () => {
    const [{ model }] = z.array(alertQuery).parse(example);
    expect(parseQuery(model)).toMatchObject({ metric: 'time_to_close', view: 'totals', groupBy: ['team'] });
  });

  it('shows policies to contact points that are there', () => {
    const {
      contactPoints,
      policies: [policy],
    } = contacts as {
      contactPoints: Array<{ name: string }>;
      policies: Array<{ receiver: string; routes: Array<{ receiver: string; object_matchers: string[][] }> }>;
    };
    expect(contactPoints.map(({ name }) => name)).toEqual(expect.arrayContaining([policy, ...policy.routes].map(({ receiver }) => receiver)));
    policy.routes.forEach(({ object_matchers: [matcher] }) => expect(matcher).toEqual([expect.stringMatching(/^\w+$/), '=', expect.stringMatching(/^\w+$/)]));
  });

  it('lists every rule with its severity', () => {
    const rows = new Map(
      [...readFileSync(join(ROOT, 'docs/alerting.md'), 'utf8').matchAll(/^\| \[([^\]]+)\]\(#([\w-]+)\) \| (\w+) \|/gm)].map(([, title, anchor, severity]) => [
        title,
        [anchor, severity],
      ])
    );
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(RULES.map(({ title, labels }) => [title, [anchorOf(title), labels.severity]])));
  });
});

describe.each(RULES.map((rule) => [rule.uid, rule] as const))('%s', (_, rule) => {
  const queries = rule.data.filter((query) => !isExpression(query));
  const panel = DASHBOARDS.get(rule.dashboardUid)?.find(({ id }) => id === rule.panelId);

  it('asks the provisioned data source by its uid', () => {
    const [
      {
        datasources: [{ uid, type }],
      },
    ] = yamlFiles('provisioning/datasources').map(({ content }) => datasourceFile.parse(content));
    expect({ uid, type }).toEqual({ uid: DATASOURCE.uid, type: DATASOURCE.type });
    expect(queries.length).toBeGreaterThan(0);
    queries.forEach(({ datasourceUid, model }) => {
      expect(datasourceUid).toBe(uid);
      expect(model.datasource).toEqual({ type, uid });
    });
  });

  it('asks queries that can run without a dashboard: labelled totals of one number', () => {
    for (const { refId, relativeTimeRange, model } of queries) {
      expect(model.refId).toBe(refId);
      if (parseQuery(model).kind === 'freshness') {
        // one number without a label: there is one data source
        continue;
      }
      const { from, to } = relativeTimeRange ?? { from: 0, to: 0 };
      const now = Date.UTC(2026, 4, 20);
      const planned = plan(parseQuery(model), {
        fromMs: now - 1000 * from,
        toMs: now - 1000 * to,
        nowMs: now,
        timeZone: 'UTC',
        weekStart: 'monday',
        topBox: {},
        defaultCalendar: 'office',
        alert: true,
      });
      expect(planned.query.view).toBe('totals');
      expect(planned.statistics).toHaveLength(1);
      expect(planned.groups).toHaveLength(1);
      expect(planned.notices).toEqual([]);
    }
  });

  it('is a chain of expressions from its queries to its condition', () => {
    const known = new Set(rule.data.map(({ refId }) => refId));
    expect(known.size).toBe(rule.data.length);
    expect(known).toContain(rule.condition);
    for (const { refId, model } of rule.data.filter(isExpression)) {
      expect(model).toMatchObject({ refId, type: expect.stringMatching(/^(math|threshold)$/), datasource: { type: '__expr__', uid: '__expr__' } });
      const named = model.type === 'math' ? [...String(model.expression).matchAll(/\$([A-Z])/g)].map(([, name]) => name) : [String(model.expression)];
      expect(named.length).toBeGreaterThan(0);
      named.forEach((name) => expect(name < refId && known.has(name)).toBe(true));
    }
    expect(rule.data.find(({ refId }) => refId === rule.condition)?.model.type).toBe('threshold');
  });

  it('recovers on the good side of what it fires at', () => {
    const { conditions } = rule.data.find(({ refId }) => refId === rule.condition)?.model as {
      conditions: Array<{ evaluator: Evaluator; unloadEvaluator?: Evaluator }>;
    };
    expect(conditions).toHaveLength(1);
    const [
      {
        evaluator: {
          type,
          params: [fires],
        },
        unloadEvaluator,
      },
    ] = conditions;
    expect(['gt', 'lt']).toContain(type);
    if (unloadEvaluator) {
      expect(unloadEvaluator.type).toBe(type === 'gt' ? 'lt' : 'gt');
      expect(type === 'gt' ? unloadEvaluator.params[0] < fires : unloadEvaluator.params[0] > fires).toBe(true);
    }
  });

  it('pages for an error, and for nothing else that is not a value', () => {
    expect({ noData: rule.noDataState, error: rule.execErrState, paused: rule.isPaused }).toEqual({ noData: 'OK', error: 'Error', paused: false });
  });

  it('links to a panel that shows its metric', () => {
    const shown = ({ metric, kind }: Readonly<Record<string, unknown>>) => metric ?? kind;
    expect(panel?.targets?.map(shown)).toContain(shown(queries[0].model));
    expect(rule.annotations).toMatchObject({ __dashboardUid__: rule.dashboardUid, __panelId__: String(rule.panelId) });
  });

  it('says what happened, to whom, and where the runbook is', () => {
    const { summary, description, runbook } = rule.annotations;
    const [dimension] = (queries[0].model.groupBy ?? []) as string[];
    const whom = dimension === undefined ? '' : `{{ \\.Labels\\.${dimension} }}.*`;
    expect(summary).toMatch(new RegExp(`^{{ if \\.Values\\.A }}.*${whom}\\.Values\\.A\\.Value.*{{ else }}.+{{ end }}$`));
    // no data is good news, and a template cannot tell it from an error; a count stands last, for it may be 1
    const [, without] = /{{ else }}(.+){{ end }}$/.exec(summary) ?? [];
    expect(without).toBe(`${rule.title}: nothing to report, or no answer: then the annotation “Error” says why`);
    expect(summary).not.toMatch(/printf "%.0f"[^}]*}} \w/);
    expect(description).toMatch(/\S \S/);
    const [file, anchor] = runbook.split('#');
    const anchors = readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('#'))
      .map((line) => anchorOf(line.replace(/^#+ /, '')));
    expect(anchors).toContain(anchor);
    expect(rule.labels).toEqual({ severity: expect.stringMatching(/^(critical|warning|info)$/), topic: expect.stringMatching(/^\w+$/) });
    // older Grafanas replace a $ by an environment variable, which is not there
    expect(JSON.stringify([rule.title, rule.annotations, rule.labels])).not.toContain('$');
  });
});

interface Evaluator {
  readonly type: string;
  readonly params: readonly number[];
}
