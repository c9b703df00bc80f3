import { t } from '@grafana/i18n';
import { Field } from '@grafana/ui';

import { Choice } from '../choice';
import { type ConnectionType, DEFAULT_LAYOUT, LAYOUT_CHOICES, type LayoutChoice } from '../../shared/layouts';
import { type Json, read, type SectionProps, textOf } from './draft';

const PATH = ['source', 'layout'];

interface Props extends Pick<SectionProps, 'change'> {
  readonly json: Json;
  readonly connection: ConnectionType;
  /** The layouts by their names; the product's own by default. */
  readonly layouts?: Readonly<Record<string, LayoutChoice>>;
}

/** Whose tables they are: a layout that can be read over the connection; nothing where that leaves no choice. */
export function LayoutField({ json, change, connection, layouts = LAYOUT_CHOICES }: Props) {
  const usable = Object.entries(layouts).filter(([, { connections }]) => connections.includes(connection));
  return usable.length < 2 ? null : (
    <Field label={t('config.source.layout', 'Whose tables they are')}>
      <Choice
        id="helpdesk-layout"
        width={40}
        value={textOf(read(json, PATH)) || DEFAULT_LAYOUT}
        onChange={({ value }) => change(PATH, value === DEFAULT_LAYOUT ? undefined : value)}
        options={usable.map(([value, { label }]) => ({ value, label: value === DEFAULT_LAYOUT ? t('config.source.canonical', 'Canonical tables') : label }))}
      />
    </Field>
  );
}
