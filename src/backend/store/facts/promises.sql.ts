import { text, texts } from '../../duckdb/sql-text';
import type { Build } from './build';
import type { OwnTarget } from './options';

/** The policy of tickets that have none of the helpdesk's, where the settings have targets that name no policy. */
const OWN_POLICY = 'settings';

/**
 * Puts the settings' SLA targets beside the helpdesk's: those of a policy that they name replace the helpdesk's of that policy. Those that name none are a
 * policy of their own, which every ticket has that has none of the helpdesk's.
 */
export async function addPromises(build: Build): Promise<void> {
  const { slaTargets = [] } = build.options;
  if (slaTargets.length === 0) {
    return;
  }
  const policies = new Set(slaTargets.map(policyOf));
  await build.temp(
    'd_sla_target',
    `
    SELECT policy_id, clock, priority, valid_from, target_seconds, calendar_id, pauses FROM ${build.source('sla_target')}
    WHERE policy_id NOT IN (${texts([...policies])})
    UNION ALL
    SELECT * FROM (VALUES ${slaTargets.map(row).join(', ')}) own(policy_id, clock, priority, valid_from, target_seconds, calendar_id, pauses)`
  );
  build.replace('sla_target', 'd_sla_target');
  if (policies.has(OWN_POLICY)) {
    await build.temp(
      'd_ticket_sla',
      `
      SELECT ticket_id, policy_id, "from", "to" FROM ${build.source('ticket_sla')}
      UNION ALL
      SELECT ticket_id, ${text(OWN_POLICY)}, NULL, NULL FROM ${build.source('ticket')} ANTI JOIN (
        SELECT ticket_id FROM ${build.source('ticket_sla')} WHERE "from" IS NULL OR "to" IS NULL OR "from" < "to"
      ) promised USING (ticket_id)`
    );
    build.replace('ticket_sla', 'd_ticket_sla');
  }
}

function policyOf({ policy }: OwnTarget): string {
  return policy ?? OWN_POLICY;
}

function row(target: OwnTarget): string {
  const { clock, priority, seconds, calendarId, pauses } = target;
  const given = (value: string | null): string => (value === null ? 'NULL::VARCHAR' : text(value));
  return `(${text(policyOf(target))}, ${text(clock)}, ${given(priority)}, NULL::BIGINT, ${seconds}::DOUBLE, ${given(calendarId)}, ${pauses})`;
}
