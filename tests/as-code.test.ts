import Ajv from 'ajv/dist/2020';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { BOARDS } from '../dashboards/src';
import { parseQuery } from '../src/shared/query';
import { parseSettings, SECRETS } from '../src/shared/settings';
import { dashboardFile, ROOT, yamlFiles } from './provisioning/files';

const DOCS = readFileSync(join(ROOT, 'docs/as-code.md'), 'utf8');
const snippets = (language: string) => [...DOCS.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text);
const terraform = snippets('terraform').join('\n');

/** The JSON objects that `jsonencode` is given: HCL takes JSON as it is. */
const encoded = [...terraform.matchAll(/jsonencode\((\{[^]*?\})\)\n/g)]
  .map(([, text]) => text)
  .filter((text) => !text.includes(' = '))
  .map((text) => JSON.parse(text) as Record<string, unknown>);
const isQuery = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(join(ROOT, 'schemas/query.schema.json'), 'utf8')) as object);

describe('docs/as-code.md', () => {
  it('shows a data source in Terraform whose settings and secrets the plugin knows', () => {
    const [settings] = encoded.filter((one) => 'source' in one);
    expect(() => parseSettings(settings)).not.toThrow();
    const [, secret] = /secure_json_data_encoded = jsonencode\(\{ "(\w+)" = /.exec(terraform) ?? [];
    expect(SECRETS).toContain(secret);
  });

  it('shows queries that are queries, in Terraform and in Grafonnet', () => {
    const jsonnet = snippets('jsonnet').flatMap((text) =>
      [...text.matchAll(/^\s*(\{ "refId".*\}),$/gm)].map(([, json]) => JSON.parse(json) as Record<string, unknown>)
    );
    const queries = [...encoded.filter((one) => 'metric' in one), ...jsonnet];
    expect(queries).toHaveLength(2);
    for (const query of queries) {
      expect([isQuery(query), isQuery.errors]).toEqual([true, null]);
      expect(() => parseQuery(query, { isRule: true })).not.toThrow();
    }
  });

  it('takes of each shipped rule all that decides when it fires and what it says', () => {
    const groups = yamlFiles('provisioning/alerting').flatMap(({ content }) => (content as { groups: Array<{ interval: string; rules: object[] }> }).groups);
    const keys = new Set(groups.flatMap(({ rules }) => rules.flatMap((rule) => Object.keys(rule))));
    // which panel it links to stands in its annotations too
    const elsewhere = ['dashboardUid', 'panelId'];
    expect([...keys].filter((key) => !elsewhere.includes(key) && !terraform.includes(`rule.value.${key}`))).toEqual([]);
    // as its arithmetic expects
    expect(groups.map(({ interval }) => interval).filter((interval) => !/^\d+m$/.test(interval))).toEqual([]);
  });

  it('shows a provider of dashboards that is one', () => {
    const [provider] = snippets('yaml').map((text) => dashboardFile.parse(parse(text)).providers[0]);
    expect(provider.options.path).toMatch(/^\//);
  });

  it('names files that are there, and leaves ids to others that no panel of ours has', () => {
    const named = [...DOCS.matchAll(/`(schemas\/[\w.]+|CHANGELOG\.md|provisioning\/\w+)`/g)].map(([, path]) => path);
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const [, from] = /Ids of sections and panels are yours from (\d+) on/.exec(DOCS) ?? [];
    const ids = BOARDS.flatMap(({ sections }) => sections.flatMap(({ id, panels }) => [id, ...panels.map((panel) => panel.id)]));
    expect(Math.max(...ids)).toBeLessThan(Number(from));
  });
});
