/** How a source reads, by its `type` in the settings, in the words of a message. */
export const CONNECTIONS = { files: 'files', postgres: 'PostgreSQL', mysql: 'MySQL or MariaDB' } as const;

/** How a source reads. */
export type ConnectionType = keyof typeof CONNECTIONS;

/** A layout as something to choose: whose tables a source reads. */
export interface LayoutChoice {
  /** What people call the helpdesk. */
  readonly label: string;
  /** The connections over which its tables can be read. */
  readonly connections: readonly ConnectionType[];
  /** What it asks besides, in the setting `source.layoutOptions`, by name. */
  readonly options?: Readonly<Record<string, LayoutOption>>;
}

/** A question of a layout: `key` is answered by the id of one of what the helpdesk has, such as an account; `keys` by as many as one likes, or none; `prefix` by what the names of its tables begin with. */
export type LayoutOption = 'key' | 'keys' | 'prefix';

/** The layouts that the product knows, by their names in the settings; what each is, the backend knows. */
export const LAYOUT_CHOICES = {
  canonical: { label: 'Canonical tables', connections: ['files', 'postgres', 'mysql'] },
  zammad: { label: 'Zammad', connections: ['postgres', 'mysql'] },
  chatwoot: { label: 'Chatwoot', connections: ['postgres'], options: { account: 'key' } },
  'hubspot-fivetran': { label: 'HubSpot by Fivetran', connections: ['postgres'] },
  'zendesk-airbyte': { label: 'Zendesk by Airbyte', connections: ['postgres'], options: { bots: 'keys' } },
  'zendesk-fivetran': { label: 'Zendesk by Fivetran', connections: ['postgres'], options: { bots: 'keys' } },
  freescout: { label: 'FreeScout', connections: ['mysql', 'postgres'] },
  osticket: { label: 'osTicket', connections: ['mysql'], options: { prefix: 'prefix' } },
} as const satisfies Readonly<Record<string, LayoutChoice>>;

/** The name of a layout of the product. */
export type LayoutName = keyof typeof LAYOUT_CHOICES;

/** The layout where the settings name none. */
export const DEFAULT_LAYOUT: LayoutName = 'canonical';
