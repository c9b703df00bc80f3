import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import plugin from '../../src/plugin.json';
import { parseSettings, SECRETS } from '../../src/shared/settings';
import { dashboardFile, datasourceFile, ROOT, variablesIn, yamlFiles } from './files';

const GUIDE = readFileSync(join(ROOT, 'docs/provisioning.md'), 'utf8');
const [{ text }] = yamlFiles('provisioning/datasources');
/** The second data source of the file, which stands in a comment. */
const commented = text
  .split('\n')
  .filter((line) => line.startsWith('  # '))
  .map((line) => line.replace('  # ', '  '))
  .join('\n')
  .replace(/^.*?\n(?= {2}- name)/s, '');
const DATASOURCES = {
  'the files one': text,
  'the commented PostgreSQL one': `apiVersion: 1\ndatasources:\n${commented}`,
  'the guide’s one of MySQL': /```yaml\n(apiVersion: 1\ndatasources:[^]*?type: mysql[^]*?)```/.exec(GUIDE)?.[1] ?? '',
  'the one of docker-compose.yaml': readFileSync(join(ROOT, 'docker/grafana/datasources/helpdesk.yaml'), 'utf8'),
};

/** The paths of a settings object's values: "source.tls.mode". */
function paths(value: unknown, path = ''): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, inner]) => paths(inner, path ? `${path}.${key}` : key))
    : [path];
}

describe.each(Object.entries(DATASOURCES))('the data source: %s', (_, file) => {
  const [{ type, uid, jsonData, secureJsonData = {} }] = datasourceFile.parse(parse(file)).datasources;

  it('has settings and secrets that the plugin knows', () => {
    expect({ type, uid }).toEqual({ type: plugin.id, uid: 'helpdesk-metrics' });
    expect(() => parseSettings(jsonData)).not.toThrow();
    expect(SECRETS).toEqual(expect.arrayContaining(Object.keys(secureJsonData)));
  });

  it('holds no secret, and no variable where a number belongs', () => {
    Object.values(secureJsonData).forEach((secret) => expect(secret).toMatch(/^\$\{\w+\}$|^\$__file\{.+\}$/));
    expect(JSON.stringify(jsonData)).not.toMatch(/"(port|threads)":"/);
  });

  it('wants variables that the guide names', () => {
    variablesIn(JSON.stringify([jsonData, secureJsonData])).forEach((name) => expect(GUIDE).toContain(`\`${name}\``));
  });
});

it('the guide explains every setting and every secret', () => {
  const settings = [
    parseSettings({ source: { type: 'files', path: '/x' } }),
    ...['postgres', 'mysql'].map((type) => parseSettings({ source: { type, host: 'h', database: 'd', user: 'u', tls: { serverName: 's' } } })),
  ].flatMap((one) => paths(one));
  const documented = new Set([...GUIDE.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell]) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name)));
  expect([...new Set(settings), ...SECRETS].filter((name) => !documented.has(name))).toEqual([]);
});

it('the guide’s calendars are calendars', () => {
  const calendars = /```yaml\n(calendars:[^]*?)```/.exec(GUIDE)?.[1] ?? '';
  const {
    calendars: [{ hours, exceptions }],
  } = parseSettings({ source: { type: 'files', path: '/x' }, ...(parse(calendars) as object) });
  expect([hours.length, exceptions.length]).toEqual([2, 2]);
});

it('the dashboards’ provider finds a folder by a variable, in the folder of the rules', () => {
  const [{ content }] = yamlFiles('provisioning/dashboards');
  const [{ folder, options }] = dashboardFile.parse(content).providers;
  expect(options.path).toBe('${HELPDESK_DASHBOARDS}');
  expect(GUIDE).toContain('`HELPDESK_DASHBOARDS`');
  const [{ content: rules }] = yamlFiles('provisioning/alerting');
  expect(new Set((rules as { groups: Array<{ folder: string }> }).groups.map((group) => group.folder))).toEqual(new Set([folder]));
});

it('the commented providers are such, and find their folders by variables that the guide names', () => {
  const [{ text: file }] = yamlFiles('provisioning/dashboards');
  const inComments = file
    .split('\n')
    .filter((line) => /^ {2}# (- | {2})/.test(line))
    .map((line) => line.replace('  # ', '  '))
    .join('\n');
  const { providers } = parse(`providers:\n${inComments}`) as { providers: object[] };
  const paths = providers.map((provider) => {
    const [{ name, options }] = dashboardFile.parse({ apiVersion: 1, providers: [provider] }).providers;
    return [name, options.path];
  });
  expect(paths).toEqual([
    ['helpdesk-public', '${HELPDESK_PUBLIC_DASHBOARDS}'],
    ['helpdesk-health', '${HELPDESK_HEALTH_DASHBOARDS}'],
  ]);
  paths.forEach(([, path]) => expect(GUIDE).toContain(`\`${/\w+/.exec(path)?.[0]}\``));
});
