import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button } from '@grafana/ui';

import { Choice, Choices } from '../choice';
import type { Metric } from '../../shared/catalog/metric';
import { RECORDS_LIMIT } from '../../shared/query/defaults';
import { applicable } from '../../shared/query/applicable';
import { hasValues, recordsOrder } from '../../shared/query/records-order';
import { columnName } from '../i18n/catalog-names';
import { PLAIN } from '../i18n/plain';
import { EditorField } from './layout';
import { NumberField } from './number-field';
import { optionsOf, type PartProps } from './parts';

type Order = ReturnType<typeof recordsOrder>;

/** Of rows: which columns, how many, and whether of one bucket only (as a drill-down asks). */
export function RecordsFields({ query, id, metric, customFields, onChange }: PartProps & { readonly metric: Metric }) {
  const columns = query.columns && query.columns.length > 0 ? query.columns : metric.columns;
  const isRating = metric.measure.kind === 'rating';
  const isDefault = (chosen: readonly string[]) => chosen.length === metric.columns.length && chosen.every((one, i) => one === metric.columns[i]);
  return (
    <>
      <EditorField label={t('editor.columns.label', 'Columns')} width={40} isWide>
        <Choices<string>
          id={`${id}-columns`}
          value={[...columns]}
          options={optionsOf([...applicable(metric).columns, ...customFields], columnName, columns)}
          onChange={(chosen) => {
            const words = chosen.map(({ value }) => value);
            onChange({ columns: isDefault(words) ? [] : words });
          }}
        />
      </EditorField>
      {hasValues(metric.measure) && (
        <EditorField label={t('editor.order.label', 'Sort by')} width={20}>
          <Choice<Order>
            id={`${id}-order`}
            value={recordsOrder(query, metric)}
            options={[
              { value: 'newest', label: t('editor.records-order.newest', 'Newest first') },
              { value: 'desc', label: isRating ? t('editor.records-order.highest', 'Highest first') : t('editor.records-order.longest', 'Longest first') },
              { value: 'asc', label: isRating ? t('editor.records-order.lowest', 'Lowest first') : t('editor.records-order.shortest', 'Shortest first') },
            ]}
            onChange={({ value }) => onChange({ sort: value === 'newest' ? undefined : { by: 'value', direction: value } })}
          />
        </EditorField>
      )}
      <NumberField
        id={`${id}-limit`}
        label={t('editor.limit.label', 'At most')}
        value={query.limit ?? null}
        least={1}
        placeholder={String(RECORDS_LIMIT)}
        onChange={(value) => onChange({ limit: value ?? undefined })}
      />
      {query.at !== undefined && query.at !== null && (
        <div style={{ alignSelf: 'flex-end' }}>
          <Button variant="secondary" icon="times" onClick={() => onChange({ at: undefined, frequency: undefined })}>
            {t('editor.at.clear', 'Only around {{instant}}: show all', {
              instant: typeof query.at === 'number' ? dateTimeFormat(query.at) : query.at,
              ...PLAIN,
            })}
          </Button>
        </div>
      )}
    </>
  );
}
