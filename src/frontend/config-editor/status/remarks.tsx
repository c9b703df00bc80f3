import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';

import { type Remark, TO_MEND } from '../../../shared/findings';
import { PLAIN } from '../../i18n/plain';

/** What is worth knowing of a helpdesk, a line each, with what mends it below; nothing where nothing is. */
export function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  return remarks.length === 0 ? null : (
    <ul aria-label={t('config.findings.remarks', 'Remarks on the helpdesk')} style={{ paddingLeft: 16, maxWidth: '100ch', overflowWrap: 'anywhere' }}>
      {remarks.map(({ kind, text, example, mend }) => (
        <li key={text} style={{ marginBottom: 4 }}>
          <Text color={TO_MEND.includes(kind) ? 'warning' : undefined}>{text}</Text>
          {example !== undefined && <Text color="secondary"> {t('config.findings.example', 'For example {{example}}.', { example, ...PLAIN })}</Text>}
          {mend !== undefined && (
            <div>
              <Text color="secondary" variant="bodySmall">
                {t('config.findings.mend', 'To mend: {{mend}}', { mend, ...PLAIN })}
              </Text>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
