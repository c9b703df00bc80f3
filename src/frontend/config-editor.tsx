import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { Field, SecretInput, TextArea } from '@grafana/ui';
import { useState } from 'react';

import type { DataSourceSettings } from './types';

type Props = DataSourcePluginOptionsEditorProps<DataSourceSettings, { password?: string }>;

/** The settings as JSON, and the database's password, which can be written but not read. */
export function ConfigEditor({ options, onOptionsChange }: Props) {
  const [text, setText] = useState(() => JSON.stringify(options.jsonData, null, 2));
  const [problem, setProblem] = useState<string>();
  const apply = () => {
    try {
      onOptionsChange({ ...options, jsonData: JSON.parse(text) as DataSourceSettings });
      setProblem(undefined);
    } catch {
      setProblem('This is not JSON yet: settings are an object such as {"source": {"type": "files", "path": "…"}}.');
    }
  };
  return (
    <>
      <Field label="Settings" description="The settings as JSON" invalid={Boolean(problem)} error={problem}>
        <TextArea id="helpdesk-settings" rows={12} value={text} onChange={(event) => setText(event.currentTarget.value)} onBlur={apply} />
      </Field>
      <Field label="Password" description="Of the PostgreSQL user">
        <SecretInput
          id="helpdesk-password" isConfigured={Boolean(options.secureJsonFields?.password)}
          onReset={() => onOptionsChange({ ...options, secureJsonFields: { ...options.secureJsonFields, password: false }, secureJsonData: { password: '' } })}
          onChange={(event) => onOptionsChange({ ...options, secureJsonData: { password: event.currentTarget.value } })}
        />
      </Field>
    </>
  );
}
