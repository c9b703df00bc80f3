import { t } from '@grafana/i18n';
import { Switch } from '@grafana/ui';
import type { ComponentProps } from 'react';

import { Choice } from '../choice';
import type { Metric } from '../../shared/catalog/metric';
import { applicable } from '../../shared/query/applicable';
import { isRanked, settle } from '../../shared/query/settle';
import type { DataSourceQuery } from '../types';
import { EditorField } from './layout';
import { NumberField } from './number-field';
import { orderNames, orderOf } from '../query/option-names';
import { optionsOf, type PartProps } from './parts';

interface Props extends PartProps {
  readonly metric: Metric;
}

/** The order that groups have by themselves. */
const BY_NAME = 'name:asc';

/** In which order groups come; nothing where there is no group. */
export function SortField({ query, id, metric, isAlerting, onChange }: Props) {
  const orderIn = (asked: DataSourceQuery) => {
    const means = settle(asked, metric, { alert: isAlerting });
    return isRanked(means, asked) ? orderOf(means.sort) : BY_NAME;
  };
  if (settle(query, metric, { alert: isAlerting }).groupBy.length === 0) {
    return null;
  }
  const order = orderIn(query);
  const names = orderNames();
  const sortBy = (chosen: string) => {
    const [by, direction] = chosen.split(':');
    onChange({ sort: chosen === orderIn({ ...query, sort: undefined }) ? undefined : { by, direction } });
  };
  return (
    <EditorField label={t('editor.order.label', 'Sort by')} width={20}>
      <Choice<string>
        id={`${id}-order`}
        value={order}
        options={optionsOf(Object.keys(names), (word) => names[word] ?? word, [order])}
        onChange={({ value }) => sortBy(value)}
      />
    </EditorField>
  );
}

/** How many groups, and what becomes of the rest. */
export function LimitFields({ query, id, metric, isAlerting, onChange }: Props) {
  const means = (asked: DataSourceQuery) => settle(asked, metric, { alert: isAlerting });
  const { groupBy, limit, minN } = means(query);
  if (groupBy.length === 0) {
    return null;
  }
  const own = means({ ...query, limit: undefined, minN: undefined });
  return (
    <>
      <LimitField
        id={id}
        value={limit}
        onChange={(value) => onChange({ limit: value ?? (own.limit === null ? undefined : null), ...(value === null ? { other: undefined } : {}) })}
      />
      {applicable(metric).other && limit !== null && (
        <EditorField label={t('editor.other.label', 'The rest as “Other”')}>
          <Switch id={`${id}-other`} value={query.other ?? false} onChange={(event) => onChange({ other: event.currentTarget.checked })} />
        </EditorField>
      )}
      <MinNField id={id} value={minN === 0 ? null : minN} onChange={(value) => onChange({ minN: value ?? (own.minN === 0 ? undefined : 0) })} />
    </>
  );
}

type OneNumber = Pick<ComponentProps<typeof NumberField>, 'id' | 'value' | 'onChange'>;

/** How many groups or rows at most. */
export function LimitField({ id, value, onChange }: OneNumber) {
  return (
    <NumberField
      id={`${id}-limit`}
      label={t('editor.limit.label', 'At most')}
      value={value}
      least={1}
      placeholder={t('editor.limit.placeholder', 'All')}
      onChange={onChange}
    />
  );
}

/** On how many rows a number must rest. */
export function MinNField({ id, value, onChange }: OneNumber) {
  return (
    <NumberField
      id={`${id}-min-n`}
      label={t('editor.min-n.label', 'Rows at least')}
      value={value}
      least={0}
      placeholder={t('editor.min-n.placeholder', 'Any')}
      onChange={onChange}
    />
  );
}
