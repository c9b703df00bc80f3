import { Input, Stack, Text } from '@grafana/ui';

import type { Check } from '../check';

interface Props {
  readonly id: string;
  /** Read out, not shown. */
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly check: Check;
  readonly onChange: (text: string) => void;
}

/** A short text in a row of others, such as a time or a date, with what is wrong below it. */
export function SmallInput({ id, label, value, placeholder, check, onChange }: Props) {
  const problem = value === '' && placeholder !== undefined ? null : check(value);
  return (
    <Stack direction="column" gap={0}>
      <Input
        id={id}
        width={14}
        aria-label={label}
        value={value}
        placeholder={placeholder}
        invalid={problem !== null}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {problem && (
        <span id={`${id}-problem`} role="alert">
          <Text variant="bodySmall" color="error">
            {problem}
          </Text>
        </span>
      )}
    </Stack>
  );
}
