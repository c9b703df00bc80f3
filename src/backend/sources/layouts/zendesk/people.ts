import type { Here } from '../layout';

/** Who answers, of a table of users and one of tickets: agents and administrators, and those who have been: tickets that were closed keep who had them. */
export const staffOf = (users: string, tickets: string): string => `
  SELECT id FROM ${users} WHERE role IN ('agent', 'admin')
  UNION
  SELECT assignee_id FROM ${tickets} WHERE assignee_id IS NOT NULL`;

/** The user who did something: −1 is Zendesk itself, and nobody. */
export const personOf = (user: string): string => `nullif(${user}, -1)`;

/** Whether a user is one as whom programs write. */
export const isBot = (user: string, here: Here): string => `${user}::text = ANY (string_to_array(${here.option('bots')}, ','))`;

/** What somebody is in a ticket; `staff` is a row of staffOf, or none, `user` one of users. Who asked is a customer there, also one who answers elsewhere. */
export function kindOfPerson(id: string, requester: string, staff: string, user: string, here: Here): string {
  return `
      CASE
        WHEN ${isBot(id, here)} THEN 'bot'
        WHEN ${id} = ${requester} THEN 'customer'
        WHEN ${staff}.id IS NOT NULL THEN 'agent'
        WHEN ${user}.role = 'end-user' THEN 'customer'
        ELSE 'system'
      END`;
}
