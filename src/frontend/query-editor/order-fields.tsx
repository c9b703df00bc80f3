import { t } from '@grafana/i18n';
import { Combobox, Switch } from '@grafana/ui';

import type { Metric } from '../../shared/catalog/metric';
import { applicable } from './applicable';
import { EditorField } from './layout';
import { NumberField } from './number-field';
import { orderNames } from './option-names';
import { optionsOf, type PartProps } from './parts';
import { settled } from './settled';

/** In which order groups come, how many of them, and what becomes of the rest. */
export function OrderFields({ query, id, metric, onChange }: PartProps & { readonly metric: Metric }) {
  const { groups, order, limit, minN } = settled(query, metric);
  if (groups.length === 0) {
    return null;
  }
  const isTopTen = settled({ ...query, limit: undefined }, metric).limit !== null;
  const names = orderNames();
  const sortBy = (chosen: string) => {
    const [by, direction] = chosen.split(':');
    onChange({ sort: chosen === 'value:desc' ? undefined : { by, direction } });
  };
  return (
    <>
      <EditorField label={t('editor.order.label', 'Order')} width={22}>
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
        onChange={(value) => onChange({ limit: value ?? (isTopTen ? null : undefined), ...(value === null ? { other: undefined } : {}) })}
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
        onChange={(value) => onChange({ minN: value ?? (isTopTen ? 0 : undefined) })}
      />
    </>
  );
}
