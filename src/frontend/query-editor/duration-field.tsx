import { t } from '@grafana/i18n';
import { Input } from '@grafana/ui';
import { useState } from 'react';

import { isDuration } from '../../shared/formats';
import { isVariable } from '../../shared/query/variable';
import { EditorField, errorId } from './layout';

interface Props {
  readonly id: string;
  readonly label: string;
  /** As they are written; none where the field is empty. */
  readonly values: readonly string[];
  readonly placeholder: string;
  /** Whether it must not be empty. */
  readonly isRequired?: boolean;
  /** Whether there may be several, with commas between them. */
  readonly isList?: boolean;
  /** Called when the field is left, with what stands there. */
  readonly onChange: (values: readonly string[]) => void;
}

/** A duration such as 8h, or several; or variables that hold some. */
export function DurationField({ id, label, values, placeholder, isRequired = false, isList = false, onChange }: Props) {
  const written = values.join(', ');
  const [text, setText] = useState(written);
  const [seen, setSeen] = useState(written);
  if (seen !== written) {
    setSeen(written);
    setText(written);
  }
  const read = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const isRight = read.every((part) => isDuration(part) || isVariable(part)) && (isList || read.length <= 1);
  const apply = () => {
    if (isRight && read.join(', ') !== written) {
      onChange(read);
    }
  };
  return (
    <EditorField
      label={label}
      width={isList ? 26 : 14}
      error={
        isRight
          ? null
          : isList
            ? t('editor.duration.wrong-list', 'Write durations such as 1h, 4h, 1d, with commas between them.')
            : t('editor.duration.wrong', 'Write a duration such as 90s, 30m, 8h or 2d, or a variable.')
      }
    >
      <Input
        id={id}
        invalid={!isRight || (isRequired && read.length === 0)}
        aria-describedby={isRight ? undefined : errorId(id)}
        value={text}
        placeholder={placeholder}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={apply}
        onKeyDown={(event) => event.key === 'Enter' && apply()}
      />
    </EditorField>
  );
}
