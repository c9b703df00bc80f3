import { queryDocument } from '../../src/shared/query/document';
import { settingsSchema } from '../../src/shared/settings';

/**
 * The JSON Schemas that a build ships, by file name: of a query as dashboards and alert rules hold it, Grafana's own keys around it included, and of the data
 * source's jsonData. They say the form; what only fits together or only a helpdesk knows, the plugin checks.
 */
export function schemaFiles(): ReadonlyArray<{ readonly name: string; readonly text: string }> {
  const ofSettings = {
    title: 'The settings of a Helpdesk Metrics data source: its jsonData',
    description: 'What each setting means: docs/provisioning.md. Secrets stand in secureJsonData.',
    ...(settingsSchema() as object),
  };
  return Object.entries({ 'query.schema.json': queryDocument(), 'settings.schema.json': ofSettings }).map(([name, schema]) => ({
    name,
    text: `${JSON.stringify(schema, null, 2)}\n`,
  }));
}
