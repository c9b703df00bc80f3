import { t } from '@grafana/i18n';
import { Collapse, Field } from '@grafana/ui';
import { useState } from 'react';

import { JsonText } from '../json-text';
import { isJson, type Json } from './draft';
import type { SavedHelpdesk } from './saved-helpdesk';

interface Props {
  readonly json: Json;
  readonly saved: Pick<SavedHelpdesk, 'schema'>;
  readonly onChange: (json: Json) => void;
  readonly disabled: boolean;
}

/** All settings as JSON, to read, copy and write. A text that is not JSON yet stays until it is. */
export function JsonSection({ json, saved, onChange, disabled }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const problem =
    typed === null || parsed(typed)
      ? null
      : t('config.json.problem', 'This is not JSON yet. Settings are an object such as {"source": {"type": "files", "path": "/data/helpdesk"}}.');
  const type = (text: string) => {
    setTyped(text);
    const settings = parsed(text);
    if (settings) {
      onChange(settings);
    }
  };
  return (
    <Collapse label={t('config.json.title', 'Settings as JSON')} isOpen={isOpen} onToggle={setIsOpen}>
      <Field
        label={t('config.json.label', 'Settings')}
        htmlFor="helpdesk-settings"
        description={t('config.json.help', 'As in a provisioning file, under jsonData. Secrets are not among them.')}
        invalid={problem !== null}
        error={problem}
      >
        <JsonText
          id="helpdesk-settings"
          label={t('config.json.label', 'Settings')}
          text={typed ?? JSON.stringify(json, null, 2)}
          schema={saved.schema}
          readOnly={disabled}
          onText={type}
          onLeave={() => problem === null && setTyped(null)}
        />
      </Field>
    </Collapse>
  );
}

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : null;
  } catch {
    return null;
  }
}
