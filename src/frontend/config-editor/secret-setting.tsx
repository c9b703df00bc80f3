import { Field, SecretInput, SecretTextArea } from '@grafana/ui';

import type { SECRETS } from '../../shared/settings';
import type { ConfigProps } from './draft';

interface Props extends Pick<ConfigProps, 'options' | 'onOptionsChange'> {
  readonly name: (typeof SECRETS)[number];
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  /** A certificate or key has many lines. */
  readonly isLong?: boolean;
}

/** A secret: it can be written and taken away, never read back. */
export function SecretSetting({ options, onOptionsChange, name, label, description, placeholder, isLong = false }: Props) {
  const set = (value: string, isConfigured: boolean) =>
    onOptionsChange({
      ...options,
      secureJsonFields: { ...options.secureJsonFields, [name]: isConfigured },
      secureJsonData: { ...options.secureJsonData, [name]: value },
    });
  const shared = {
    id: `helpdesk-${name}`,
    placeholder,
    isConfigured: Boolean(options.secureJsonFields?.[name]),
    value: options.secureJsonData?.[name] ?? '',
    onReset: () => set('', false),
  };
  return (
    <Field label={label} description={description}>
      {isLong ? (
        <SecretTextArea {...shared} cols={60} rows={4} onChange={(event) => set(event.currentTarget.value, false)} />
      ) : (
        <SecretInput {...shared} width={40} autoComplete="new-password" onChange={(event) => set(event.currentTarget.value, false)} />
      )}
    </Field>
  );
}
