import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import type { WrittenSettings } from '../../scripts/lib/written-settings';

/** A data source as a provisioning file describes it, variables replaced. */
export interface ProvisionedDataSource {
  readonly uid: string;
  readonly name: string;
  readonly type: string;
  readonly isDefault: boolean;
  readonly jsonData: Readonly<Record<string, unknown>>;
  readonly secureJsonData: Readonly<Record<string, string>>;
}

/** A data source of settings that a file has: what somebody tries before there is a Grafana. */
export function fileDataSource({ secureJsonData = {}, ...jsonData }: WrittenSettings, type: string): ProvisionedDataSource {
  return { uid: 'own', name: 'Helpdesk Metrics', type, isDefault: true, jsonData, secureJsonData };
}

type Listed = Partial<ProvisionedDataSource>;

/** The data sources of a plugin in a folder of provisioning files, as Grafana reads them. */
export function provisionedDataSources(folder: string, type: string, env: Readonly<Record<string, string | undefined>>): ProvisionedDataSource[] {
  const files = readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();
  const listed = files.flatMap((name) => (parse(readFileSync(join(folder, name), 'utf8')) as { datasources?: Listed[] } | null)?.datasources ?? []);
  return listed
    .filter((one) => one.type === type)
    .map(({ uid, name = uid ?? type, isDefault = false, jsonData = {}, secureJsonData = {} }) => ({
      uid: uid ?? name,
      name,
      type,
      isDefault,
      jsonData: expanded(jsonData, env),
      secureJsonData: expanded(secureJsonData, env),
    }));
}

/** Variables in all texts replaced by the environment's values, as Grafana does: nothing where there is none, `$$` is a dollar. */
function expanded<Value>(value: Value, env: Readonly<Record<string, string | undefined>>): Value {
  if (typeof value === 'string') {
    return value.replace(/\$\$|\$__env\{(\w+)\}|\$\{(\w+)\}|\$(\w+)/g, (match, ...names: Array<string | undefined>) => {
      const name = names.slice(0, 3).find((one) => one !== undefined);
      return name === undefined ? '$' : (env[name] ?? '');
    }) as Value;
  }
  if (Array.isArray(value)) {
    return value.map((one: unknown) => expanded(one, env)) as Value;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expanded(inner as unknown, env)])) as Value;
  }
  return value;
}
