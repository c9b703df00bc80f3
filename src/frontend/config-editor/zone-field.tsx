import { Field } from '@grafana/ui';
import { useMemo } from 'react';

import { Choice } from '../choice';
import { checkZone } from './check';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (zone: string) => void;
}

/** A time zone, chosen from those that the browser knows or typed. */
export function ZoneField({ id, label, description, value, onChange }: Props) {
  const options = useMemo(
    () => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((zone) => ({ value: zone, label: zone })),
    []
  );
  const problem = value === '' ? null : checkZone(value);
  return (
    <Field label={label} description={description} invalid={problem !== null} error={problem}>
      <Choice
        id={id}
        width={40}
        value={value || null}
        options={options}
        createCustomValue
        invalid={problem !== null}
        onChange={(chosen) => onChange(chosen.value)}
      />
    </Field>
  );
}
