import type { LayoutSelect } from '../layout';

/** The id of whoever answers: people and bots are numbered apart, so that a bot’s number has its kind before it. */
export function agentIdOf(type: string, id: string): string {
  return `
    CASE ${type}
      WHEN 'User' THEN ${id}::text
      WHEN 'AgentBot' THEN 'bot-' || ${id}
      WHEN 'Captain::Assistant' THEN 'captain-' || ${id}
    END`;
}

/** People of the account, those who left it and wrote in it, and bots: the account’s own and those of all accounts. */
export const agent: LayoutSelect<'agent'> = {
  reads: {
    users: ['id', 'name'],
    account_users: ['account_id', 'user_id'],
    messages: ['account_id', 'sender_type', 'sender_id'],
    agent_bots: ['id', 'name', 'account_id'],
  },
  select: (_, here) => `
    SELECT u.id::text AS agent_id, u.name AS name, a.user_id IS NOT NULL AS active, false AS is_bot
    FROM users u
      LEFT JOIN account_users a ON a.user_id = u.id AND a.account_id = ${here.option('account')}
    WHERE a.user_id IS NOT NULL OR EXISTS (
      SELECT FROM messages m WHERE m.sender_type = 'User' AND m.sender_id = u.id AND m.account_id = ${here.option('account')})
    UNION ALL
    SELECT 'bot-' || b.id, b.name, true, true
    FROM agent_bots b
    WHERE b.account_id = ${here.option('account')} OR b.account_id IS NULL`,
  without: { time_zone: 'it keeps none of people', calendar_id: 'its hours are those of inboxes' },
};

/** The teams of the account. */
export const team: LayoutSelect<'team'> = {
  reads: { teams: ['id', 'name', 'account_id'] },
  select: (_, here) => `SELECT id AS team_id, name FROM teams WHERE account_id = ${here.option('account')}`,
};

/** Who is in which team now: who left is not kept. */
export const teamMember: LayoutSelect<'team_member'> = {
  reads: { team_members: ['team_id', 'user_id'], teams: ['id', 'account_id'] },
  select: (_, here) => `
    SELECT m.team_id, m.user_id AS agent_id
    FROM team_members m JOIN teams t ON t.id = m.team_id
    WHERE t.account_id = ${here.option('account')}`,
  without: { from: 'it keeps today’s members only', to: 'it keeps today’s members only' },
};
