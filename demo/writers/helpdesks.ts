import type { LayoutName } from '../../src/shared/layouts';
import { chatwoot } from './chatwoot';
import { freescout } from './freescout';
import type { DemoHelpdesk } from './helpdesk/demo-helpdesk';
import { hubspotFivetran } from './hubspot-fivetran';
import { osticket } from './osticket';
import { zammad } from './zammad';
import { zendeskAirbyte } from './zendesk-airbyte';
import { zendeskFivetran } from './zendesk-fivetran';

/** In whose tables the demo is told, by the layouts that read them: all but our own, so that what each can tell is known. */
export const HELPDESKS = {
  chatwoot,
  zammad,
  'hubspot-fivetran': hubspotFivetran,
  freescout,
  osticket,
  'zendesk-airbyte': zendeskAirbyte,
  'zendesk-fivetran': zendeskFivetran,
} as const satisfies Readonly<Record<Exclude<LayoutName, 'canonical'>, DemoHelpdesk>>;

/** A layout in whose tables the demo can be told. */
export type ToldLayout = keyof typeof HELPDESKS;
