import type { QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Field, Stack } from '@grafana/ui';

import { Choices } from '../choice';
import { EVENT_KINDS, type EventKind } from '../../shared/words';
import { useCustomFields } from '../filters/custom-fields';
import { FILTER_DIMENSIONS } from '../filters/dimensions';
import { FilterList } from '../filters/filter-list';
import { eventName } from '../i18n/catalog-names';
import type { DataSourceQuery, DataSourceSettings, LookupSource } from '../types';

type Props = QueryEditorProps<LookupSource, DataSourceQuery, DataSourceSettings>;

/** Which events a dashboard shows, and of which tickets. */
export function EventsEditor({ datasource, query, onChange }: Props) {
  const customFields = useCustomFields(datasource);
  const change = (own: Partial<DataSourceQuery>) => onChange({ ...query, kind: 'events', metric: '', ...own });
  return (
    <Stack direction="column" gap={1}>
      <Field label={t('annotations.editor.events', 'Events')} description={t('annotations.editor.events-help', 'Every kind where none is chosen.')} noMargin>
        <Choices<EventKind>
          id="helpdesk-events"
          options={EVENT_KINDS.map((value) => ({ value, label: eventName(value), description: about(value) }))}
          value={query.events ?? []}
          isClearable
          onChange={(chosen) => change({ events: chosen.map(({ value }) => value) })}
        />
      </Field>
      <FilterList
        lookup={datasource}
        id="helpdesk-events"
        dimensions={[...FILTER_DIMENSIONS, ...customFields]}
        filters={query.filters ?? []}
        onChange={(filters) => change({ filters })}
      />
    </Stack>
  );
}

function about(kind: EventKind): string {
  switch (kind) {
    case 'sla_breach':
      return t('annotations.about.sla_breach', 'When a reply or a close came too late');
    case 'low_rating':
      return t('annotations.about.low_rating', 'When a customer was not satisfied');
    case 'reopening':
      return t('annotations.about.reopening', 'When a closed ticket was opened again');
    case 'holiday':
      return t('annotations.about.holiday', 'The closed days of the calendars');
    case 'failed_refresh':
      return t('annotations.about.failed_refresh', 'When the helpdesk could not be read');
  }
}
