import { t } from '@grafana/i18n';
import { Combobox, Switch } from '@grafana/ui';

import type { Metric } from '../../shared/catalog/metric';
import { applicable } from '../../shared/query/applicable';
import { SORT_DEFAULTS } from '../../shared/query/defaults';
import { settle } from '../../shared/query/settle';
import type { DataSourceQuery } from '../types';
import { EditorField } from './layout';
import { NumberField } from './number-field';
import { orderNames, orderOf } from '../query/option-names';
import { optionsOf, type PartProps } from './parts';

/** In which order groups come, how many of them, and what becomes of the rest. */
export function OrderFields({ query, id, metric, isAlerting, onChange }: PartProps & { readonly metric: Metric }) {
  const means = (asked: DataSourceQuery) => settle(asked, metric, { alert: isAlerting });
  const { groupBy, sort, limit, minN } = means(query);
  if (groupBy.length === 0) {
    return null;
  }
  const order = orderOf(sort);
  const own = means({ ...query, limit: undefined, minN: undefined });
  const names = orderNames();
  const sortBy = (chosen: string) => {
    const [by, direction] = chosen.split(':');
    onChange({ sort: chosen === orderOf(SORT_DEFAULTS) ? undefined : { by, direction } });
  };
  return (
    <>
      <EditorField label={t('editor.order.label', 'Sort by')} width={22}>
        <Combobox<string>
          id={`${id}-order`}
          value={order}
          options={optionsOf(Object.keys(names), (word) => names[word] ?? word, [order])}
          onChange={({ value }) => sortBy(value)}
        />
      </EditorField>
      <NumberField
        id={`${id}-limit`}
        label={t('editor.limit.label', 'At most')}
        value={limit}
        least={1}
        placeholder={t('editor.limit.placeholder', 'All')}
        onChange={(value) => onChange({ limit: value ?? (own.limit === null ? undefined : null), ...(value === null ? { other: undefined } : {}) })}
      />
      {applicable(metric).other && limit !== null && (
        <EditorField label={t('editor.other.label', 'The rest as “Other”')}>
          <Switch id={`${id}-other`} value={query.other ?? false} onChange={(event) => onChange({ other: event.currentTarget.checked })} />
        </EditorField>
      )}
      <NumberField
        id={`${id}-min-n`}
        label={t('editor.min-n.label', 'Rows at least')}
        value={minN === 0 ? null : minN}
        least={0}
        placeholder={t('editor.min-n.placeholder', 'Any')}
        onChange={(value) => onChange({ minN: value ?? (own.minN === 0 ? undefined : 0) })}
      />
    </>
  );
}
