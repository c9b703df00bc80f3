/** Whether a workflow did it. */
const byWorkflow = (source: string): string => `(${source} LIKE 'WORKFLOW%' OR ${source} LIKE 'AUTOMATION%')`;

/** Whether somebody did it in HubSpot’s own pages or apps. */
const inPages = (source: string): string => `(${source} LIKE 'CRM_UI%' OR ${source} LIKE 'MOBILE_%')`;

/** Whether it came with an import, so that there is no history before. */
export const imported = (source: string): string => `coalesce(${source} IN ('IMPORT', 'MIGRATION'), false)`;

/** The number of the user who did it, as a text; null where it was nobody. */
export const userIn = (id: string): string => `substring(${id} FROM '^userId:([0-9]+)')`;

/** Who changed a property, by what HubSpot says was the source of the change: a canonical kind of person. */
export function actorOf(source: string, id: string): string {
  return `
    CASE
      WHEN ${byWorkflow(source)} THEN 'system'
      WHEN ${source} LIKE '%BOT%' THEN 'bot'
      WHEN ${userIn(id)} IS NOT NULL OR ${inPages(source)} THEN 'agent'
      WHEN ${source} IN ('FORM', 'EMAIL', 'CHAT') THEN 'customer'
      WHEN ${source} IS NOT NULL THEN 'system'
    END`;
}

/**
 * Who began a ticket. A ticket that came by e-mail, form or chat is its customer’s, also where a workflow or a person made the ticket of it. One by telephone,
 * or by nothing that was said, that a person typed is an agent’s: whoever called was being served already.
 */
export function beganBy(channel: string, source: string): string {
  return `
    CASE
      WHEN ${channel} <> 'PHONE' THEN 'customer'
      WHEN ${byWorkflow(source)} THEN 'system'
      WHEN ${source} LIKE '%BOT%' THEN 'bot'
      WHEN ${inPages(source)} THEN 'agent'
      ELSE 'customer'
    END`;
}
