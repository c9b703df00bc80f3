import type { AnnotationSupport } from '@grafana/data';

import type { DataSourceQuery } from '../types';
import { EventsEditor } from './events-editor';

/** Events on dashboards: Grafana asks for them like for any query, and reads time, timeEnd, title, text, tags and id by those names. */
export const eventAnnotations: AnnotationSupport<DataSourceQuery> = {
  QueryEditor: EventsEditor,
  getDefaultQuery: () => ({ kind: 'events', metric: '', events: ['sla_breach'] }),
  prepareQuery: ({ target }) => target && { ...target, refId: target.refId || 'Anno', kind: 'events', metric: '' },
};
