import { t } from '@grafana/i18n';
import { Field, Input } from '@grafana/ui';
import { useState } from 'react';

import type { Check } from './check';
import { type Json, read, textOf, valueOf } from './draft';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly json: Json;
  readonly path: readonly string[];
  readonly change: (path: readonly string[], value: unknown) => void;
  readonly check?: Check;
  readonly isNumber?: boolean;
  readonly required?: boolean;
  readonly width?: number;
}

/** One setting that is typed: kept as it is typed, with what is wrong with it said beside it. */
export function TextSetting({ id, label, description, placeholder, json, path, change, check, isNumber = false, required, width = 40 }: Props) {
  const [wasLeft, setWasLeft] = useState(false);
  const text = textOf(read(json, path));
  const problem = text !== '' ? check?.(text) : required && wasLeft ? t('config.check.required', 'Fill this in.') : null;
  return (
    <Field label={label} description={description} required={required} invalid={Boolean(problem)} error={problem}>
      <Input
        id={id}
        width={width}
        value={text}
        placeholder={placeholder}
        onChange={(event) => change(path, valueOf(event.currentTarget.value, isNumber))}
        onBlur={() => setWasLeft(true)}
      />
    </Field>
  );
}
