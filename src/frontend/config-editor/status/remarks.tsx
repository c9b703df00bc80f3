import { t } from '@grafana/i18n';

import type { Remark } from '../../../shared/findings';
import { Told } from './told-remark';

/** What is worth knowing of a helpdesk, a line each, with what mends it below; nothing where nothing is. */
export function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  return remarks.length === 0 ? null : (
    <ul aria-label={t('config.findings.remarks', 'Remarks on the helpdesk')} style={{ paddingLeft: 16, maxWidth: '100ch', overflowWrap: 'anywhere' }}>
      {remarks.map((remark) => (
        <li key={remark.text} style={{ marginBottom: 4 }}>
          <Told remark={remark} />
        </li>
      ))}
    </ul>
  );
}
