import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** The checkout. */
export const ROOT = join(__dirname, '../..');

/** The YAML files of a folder of provisioning/, parsed. */
export function yamlFiles(folder: string): Array<{ readonly name: string; readonly text: string; readonly content: unknown }> {
  const place = join(ROOT, folder);
  return readdirSync(place)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => {
      const text = readFileSync(join(place, name), 'utf8');
      return { name, text, content: parse(text) as unknown };
    });
}

// Grafana drops keys that it does not know, in silence. The shapes below are those of its own structs, with nothing more.

/** A Prometheus duration, which is what Grafana reads intervals with. */
const duration = z.string().regex(/^(\d+(ms|[smhdwy]))+$/);
/** Grafana's columns hold no more. */
const uid = z.string().regex(/^[\w-]{1,40}$/);
/** A query of the data source or an expression; both are the plugin's or the engine's own JSON. */
export const alertQuery = z.strictObject({
  refId: z.string().regex(/^[A-Z]$/),
  queryType: z.string().optional(),
  relativeTimeRange: z.strictObject({ from: z.number().int().positive(), to: z.number().int().min(0) }).optional(),
  datasourceUid: uid,
  model: z.record(z.string(), z.unknown()),
});
const rule = z.strictObject({
  uid,
  title: z.string().min(1).max(190),
  condition: z.string(),
  data: z.array(alertQuery).min(1),
  dashboardUid: uid,
  panelId: z.number().int().positive(),
  noDataState: z.enum(['Alerting', 'NoData', 'OK', 'KeepLast']),
  execErrState: z.enum(['Alerting', 'Error', 'OK', 'KeepLast']),
  for: duration,
  keepFiringFor: duration.optional(),
  missing_series_evals_to_resolve: z.number().int().min(1).optional(),
  annotations: z.record(z.string(), z.string()),
  labels: z.record(z.string(), z.string()),
  isPaused: z.boolean(),
});

/** A file of alert rules: pkg/services/provisioning/alerting/rules_types.go. */
export const alertingFile = z.strictObject({
  apiVersion: z.literal(1),
  groups: z.array(
    z.strictObject({ orgId: z.number().int(), name: z.string().min(1), folder: z.string().min(1), interval: duration, rules: z.array(rule).min(1) })
  ),
});
export type AlertRule = z.output<typeof rule>;

/** A file of data sources: pkg/services/provisioning/datasources/types.go, configsV1. */
export const datasourceFile = z.strictObject({
  apiVersion: z.literal(1),
  datasources: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        uid,
        type: z.literal('helpdesk-metrics-datasource'),
        access: z.literal('proxy'),
        orgId: z.number().int(),
        isDefault: z.boolean(),
        editable: z.boolean(),
        jsonData: z.record(z.string(), z.unknown()),
        secureJsonData: z.record(z.string(), z.string()).optional(),
      })
    )
    .length(1),
});

/** A file of dashboard providers: pkg/services/provisioning/dashboards/types.go, configV1. */
export const dashboardFile = z.strictObject({
  apiVersion: z.literal(1),
  providers: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        orgId: z.number().int(),
        type: z.literal('file'),
        folder: z.string().min(1),
        disableDeletion: z.boolean(),
        allowUiUpdates: z.boolean(),
        updateIntervalSeconds: z.number().int().positive(),
        options: z.strictObject({ path: z.string(), foldersFromFilesStructure: z.boolean() }),
      })
    )
    .length(1),
});

/** The environment variables that a text wants. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name))];
}
