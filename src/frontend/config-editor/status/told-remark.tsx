import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';

import { type Remark, TO_MEND } from '../../../shared/findings';
import { PLAIN } from '../../i18n/plain';

/** A remark in words, its own where no others are given, with a row that it is about and what mends it. */
export function Told({ remark: { kind, text, example, mend }, text: other = text }: { readonly remark: Remark; readonly text?: string }) {
  return (
    <>
      <Text color={TO_MEND.includes(kind) ? 'warning' : undefined}>{other}</Text>
      {example !== undefined && <Text color="secondary"> {t('config.findings.example', 'For example {{example}}.', { example, ...PLAIN })}</Text>}
      {mend !== undefined && (
        <div>
          <Text color="secondary" variant="bodySmall">
            {t('config.findings.mend', 'To mend: {{mend}}', { mend, ...PLAIN })}
          </Text>
        </div>
      )}
    </>
  );
}
