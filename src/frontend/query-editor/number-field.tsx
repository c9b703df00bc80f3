import { t } from '@grafana/i18n';
import { Input } from '@grafana/ui';
import { useState } from 'react';

import { isVariable } from '../../shared/query/variable';
import { EditorField, errorId } from './layout';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: number | string | null;
  readonly least: number;
  readonly placeholder?: string;
  /** A number, a variable, or null where the field is empty. Called when the field is left. */
  readonly onChange: (value: number | string | null) => void;
}

/** A whole number, or a variable that holds one. */
export function NumberField({ id, label, value, least, placeholder, onChange }: Props) {
  const [text, setText] = useState(String(value ?? ''));
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(String(value ?? ''));
  }
  const read = readNumber(text, least);
  const apply = () => {
    if (read !== undefined && read !== value) {
      onChange(read);
    }
  };
  return (
    <EditorField
      label={label}
      width={14}
      error={read === undefined ? t('editor.number.wrong', 'Write a whole number from {{least}} on, or a variable such as $limit.', { least }) : null}
    >
      <Input
        id={id}
        invalid={read === undefined}
        aria-describedby={read === undefined ? errorId(id) : undefined}
        value={text}
        placeholder={placeholder}
        inputMode="numeric"
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={apply}
        onKeyDown={(event) => event.key === 'Enter' && apply()}
      />
    </EditorField>
  );
}

function readNumber(text: string, least: number): number | string | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') {
    return null;
  }
  if (isVariable(trimmed)) {
    return trimmed;
  }
  return /^\d+$/.test(trimmed) && Number(trimmed) >= least ? Number(trimmed) : undefined;
}
