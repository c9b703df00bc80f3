import { t } from '@grafana/i18n';
import { RadioButtonGroup } from '@grafana/ui';

import { Choice, Choices } from '../choice';
import { SORT_DEFAULTS } from '../../shared/query/defaults';
import { columnsOf, type ScorecardColumn } from '../../shared/query/scorecard';
import { dimensionName, metricName } from '../i18n/catalog-names';
import { PLAIN } from '../i18n/plain';
import { rowDimensions } from '../query/change-kind';
import { EditorField, EditorRow } from './layout';
import { LimitField, MinNField } from './order-fields';
import { metricOptions, optionsOf, type PartProps } from './parts';

/** A scorecard: its columns, what there is a row of, and the order of the rows. Statistics, hours and n of a column are written as JSON, and kept. */
export function ScorecardFields({ query, id, onChange }: PartProps) {
  const columns = columnsOf(query);
  const chosen = [...new Set(columns.map(({ metric }) => metric))];
  const [row] = query.groupBy ?? [];
  const { by, direction, column = columns.at(0)?.name } = { ...SORT_DEFAULTS, ...query.sort };
  const order = query.sort === undefined || by === 'name' || column === undefined ? null : `${by}:${column}`;
  const metricsOf = (ids: readonly string[]) =>
    ids.flatMap((metric) => {
      const kept = (query.metrics ?? []).filter((one) => (typeof one === 'string' ? one : one.metric) === metric);
      return kept.length > 0 ? kept : [metric];
    });
  const pick = (ids: readonly string[]) => {
    const metrics = metricsOf(ids);
    const isKept = columnsOf({ metrics }).some(({ name }) => name === query.sort?.column);
    onChange({ metrics, ...(isKept ? {} : { sort: undefined }) });
  };
  return (
    <EditorRow>
      <EditorField label={t('editor.scorecard.metrics', 'Metrics')} width={60} isWide>
        <Choices<string>
          id={`${id}-metrics`}
          placeholder={t('editor.scorecard.placeholder', 'A column for each…')}
          value={chosen}
          options={metricOptions()}
          onChange={(options) => pick(options.map(({ value }) => value))}
        />
      </EditorField>
      <EditorField label={t('editor.scorecard.row', 'A row for each')} width={22}>
        <Choice<string>
          id={`${id}-row`}
          value={row ?? null}
          options={optionsOf(rowDimensions(query), dimensionName, row === undefined ? [] : [row])}
          onChange={({ value }) => onChange({ groupBy: [value] })}
        />
      </EditorField>
      <EditorField label={t('editor.scorecard.order', 'Ordered by')} width={44}>
        <Choice<string>
          id={`${id}-column`}
          isClearable
          placeholder={t('editor.scorecard.by-name', 'Name')}
          value={order}
          options={columns.flatMap((column) => orders(column, order))}
          onChange={(option) => onChange({ sort: option === null ? undefined : { ...query.sort, ...sortOf(option.value) } })}
        />
      </EditorField>
      {query.sort !== undefined && (
        <EditorField label={t('editor.scorecard.direction', 'First')}>
          <RadioButtonGroup<string>
            aria-label={t('editor.scorecard.direction', 'First')}
            value={direction}
            onChange={(chosen) => onChange({ sort: { ...query.sort, direction: chosen } })}
            options={
              by === 'name'
                ? [
                    { value: 'asc', label: t('editor.scorecard.from-a', 'A') },
                    { value: 'desc', label: t('editor.scorecard.from-z', 'Z') },
                  ]
                : [
                    { value: 'desc', label: t('editor.scorecard.highest', 'Highest') },
                    { value: 'asc', label: t('editor.scorecard.lowest', 'Lowest') },
                  ]
            }
          />
        </EditorField>
      )}
      <LimitField id={id} value={query.limit ?? null} onChange={(value) => onChange({ limit: value ?? undefined })} />
      <MinNField id={id} value={query.minN ?? null} onChange={(value) => onChange({ minN: value ?? undefined })} />
    </EditorRow>
  );
}

/** The orders that a column gives, as "by:name": by its numbers, and by the rows that they rest on where those are shown, or are the order already. */
function orders({ name, metric, n }: ScorecardColumn, order: string | null): Array<{ readonly value: string; readonly label: string }> {
  const label = name === metric ? metricName(metric) : `${metricName(metric)} (${name})`;
  const byRows = { value: `n:${name}`, label: t('editor.scorecard.rows-of', '{{metric}}: rows', { metric: label, ...PLAIN }) };
  return [{ value: `value:${name}`, label }, ...(n || byRows.value === order ? [byRows] : [])];
}

function sortOf(order: string): { readonly by: string; readonly column: string } {
  const at = order.indexOf(':');
  return { by: order.slice(0, at), column: order.slice(at + 1) };
}
