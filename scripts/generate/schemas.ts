import { METRIC_IDS } from '../../src/shared/catalog';
import { ENVELOPE } from '../../src/shared/envelope';
import { querySchema } from '../../src/shared/query';
import { settingsSchema } from '../../src/shared/settings';
import { WITHOUT_METRIC } from '../../src/shared/words';

interface ObjectSchema {
  readonly properties: Readonly<Record<string, object>>;
}

/**
 * The JSON Schemas that a build ships, by file name: of a query as dashboards and alert rules hold it, Grafana's own keys around it included, and of the data
 * source's jsonData. They say the form; what only fits together or only a helpdesk knows, the plugin checks.
 */
export function schemaFiles(): ReadonlyArray<{ readonly name: string; readonly text: string }> {
  const { required: _, ...query } = querySchema() as ObjectSchema & { readonly required?: unknown };
  const ofQuery = {
    title: 'A query of Helpdesk Metrics',
    description: 'As a panel’s target or an alert rule’s model holds it. What each key means: docs/metrics.md and docs/definitions.md.',
    ...query,
    properties: {
      ...query.properties,
      metric: { type: 'string', enum: METRIC_IDS },
      ...Object.fromEntries(ENVELOPE.map((key) => [key, { description: 'Grafana’s own: ignored.' }])),
    },
    anyOf: [{ required: ['metric'] }, { required: ['kind'], properties: { kind: { enum: WITHOUT_METRIC } } }],
  };
  const ofSettings = {
    title: 'The settings of a Helpdesk Metrics data source: its jsonData',
    description: 'What each setting means: docs/provisioning.md. Secrets stand in secureJsonData.',
    ...(settingsSchema() as object),
  };
  return Object.entries({ 'query.schema.json': ofQuery, 'settings.schema.json': ofSettings }).map(([name, schema]) => ({
    name,
    text: `${JSON.stringify(schema, null, 2)}\n`,
  }));
}
