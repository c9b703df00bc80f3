import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';

import type { Remark } from '../../data-status/store-status';

/** What is worth knowing of a helpdesk, a line each; nothing where nothing is. */
export function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  return remarks.length === 0 ? null : (
    <ul aria-label={t('config.findings.remarks', 'Remarks on the helpdesk')} style={{ paddingLeft: 16 }}>
      {remarks.map(({ kind, text }) => (
        <li key={text}>
          <Text color={kind === 'warning' || kind === 'unused' ? 'warning' : undefined}>{text}</Text>
        </li>
      ))}
    </ul>
  );
}
