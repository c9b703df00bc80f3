import { METRIC_IDS } from '../catalog';
import { ENVELOPE } from '../envelope';
import { WITHOUT_METRIC } from '../words';
import { querySchema } from './schema';

interface ObjectSchema {
  readonly properties: Readonly<Record<string, object>>;
  readonly required?: unknown;
}

/** The JSON Schema of a query as dashboards and alert rules hold it, Grafana's own keys around it included. It says the form; what only fits together or only a helpdesk knows, the plugin checks. */
export function queryDocument(): object {
  const { required: _, ...query } = querySchema() as ObjectSchema;
  return {
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
}
