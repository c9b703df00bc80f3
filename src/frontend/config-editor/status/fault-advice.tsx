import { t } from '@grafana/i18n';
import { Alert, Text } from '@grafana/ui';

import type { Fault } from '../../data-status/store-status';
import { PLAIN } from '../../i18n/plain';
import { type Choosing, ProposedLayout } from './proposed-layout';

/** What to do about a helpdesk that cannot be read: the layout that would read it, or a hint, and the page that says more. */
export function FaultAdvice({ fault: { hint, page, proposal }, ...choosing }: Choosing & { readonly fault: Fault }) {
  return (
    <>
      {proposal && <ProposedLayout proposal={proposal} {...choosing} />}
      {!proposal && hint !== null && (
        <Alert severity="info" title={t('config.fault.hint', 'What to do')}>
          {hint}
        </Alert>
      )}
      <Text element="p" color="secondary">
        {t('config.fault.page', 'More on this kind of fault: {{page}}', { page, ...PLAIN })}
      </Text>
    </>
  );
}
