import type { LayoutSelect } from '../layout';

/** A SELECT of the owner that a user is (`user_id`, as a text): who was made an owner twice is the one that is active, else the later one. */
export const OWNER_OF_USER = `
  SELECT DISTINCT ON (active_user_id) active_user_id::text AS user_id, owner_id
  FROM owner
  WHERE active_user_id IS NOT NULL
  ORDER BY active_user_id, is_active DESC NULLS LAST, owner_id DESC`;

/** A person’s name, else the address. */
export const nameOf = (person: string, [first, last, email]: readonly [string, string, string]): string =>
  `coalesce(nullif(trim(concat_ws(' ', ${person}.${first}, ${person}.${last})), ''), ${person}.${email})`;

const NAMES = ['first_name', 'last_name', 'email'] as const;

/** Owners, those that are no longer active included, and users who are no owner: they change tickets, too. */
export const agent: LayoutSelect<'agent'> = {
  reads: { owner: ['owner_id', 'active_user_id', 'is_active', ...NAMES, '_fivetran_synced'] },
  maybe: { users: ['id', ...NAMES, '_fivetran_synced'] },
  select: (_, { has }) => `
    SELECT o.owner_id::text AS agent_id, ${nameOf('o', NAMES)} AS name, coalesce(o.is_active, true) AS active, o._fivetran_synced AS updated_at
    FROM owner o
    ${
      has('users', 'id')
        ? `UNION ALL
    SELECT 'user-' || u.id, ${nameOf('u', NAMES)}, true, u._fivetran_synced
    FROM users u
    WHERE NOT EXISTS (SELECT FROM owner o WHERE o.active_user_id = u.id)`
        : ''
    }`,
  without: { is_bot: 'HubSpot’s bots are no owners', time_zone: 'it is not replicated', calendar_id: 'HubSpot’s hours are not replicated' },
};

/** The teams; one that was deleted keeps its name. */
export const team: LayoutSelect<'team'> = {
  reads: { team: ['id', 'name'] },
  select: () => 'SELECT id AS team_id, name FROM team',
  optional: 'its teams are not replicated',
};

/** Who is in which team now: who left is not kept. */
export const teamMember: LayoutSelect<'team_member'> = {
  reads: { owner_team: ['owner_id', 'team_id', '_fivetran_synced'] },
  select: () => 'SELECT team_id, owner_id AS agent_id, max(_fivetran_synced) AS updated_at FROM owner_team GROUP BY team_id, owner_id',
  optional: 'its teams are not replicated',
  without: { from: 'it keeps today’s members only', to: 'it keeps today’s members only' },
};
