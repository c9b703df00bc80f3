import type { AnnotationQuery, AnnotationSupport } from '@grafana/data';

import { isOurs } from '../query/own-query';
import type { DataSourceQuery } from '../types';
import { EventsEditor } from './events-editor';

const FIRST: Partial<DataSourceQuery> = { kind: 'events', metric: '', events: ['sla_breach'] };

/** Events on dashboards: Grafana asks for them like for any query, and reads time, timeEnd, title, text, tags and id by those names. */
export const eventAnnotations: AnnotationSupport<DataSourceQuery> = {
  QueryEditor: EventsEditor,
  getDefaultQuery: () => FIRST,
  prepareAnnotation: prepared,
  prepareQuery: ({ target }) => target && { ...target, refId: target.refId || 'Anno', kind: 'events', metric: '' },
};

/** What a dashboard of Grafana's second schema has beside the target. */
type Stored = AnnotationQuery<DataSourceQuery> & { readonly query?: { readonly spec?: Partial<DataSourceQuery> } };

/** An annotation that was another data source's, or is new, has no target of ours: what the editor shows then is also what is asked and saved. */
function prepared(annotation: Stored): Stored {
  const { target, query } = annotation;
  if (isOurs(query?.spec ?? target ?? {})) {
    return annotation;
  }
  const first = { refId: 'Anno', ...FIRST } as DataSourceQuery;
  return { ...annotation, target: first, ...(query?.spec ? { query: { ...query, spec: first } } : {}) };
}
