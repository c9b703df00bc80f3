import { CONNECTIONS, type ConnectionType, type LayoutChoice, type LayoutName } from '../../../shared/layouts';
import { suggestion } from '../../../shared/nearest';
import { quoted } from '../../../shared/echo';
import { SettingsError } from '../../../shared/settings';
import { canonical } from './canonical';
import { chatwoot } from './chatwoot';
import { hubspotFivetran } from './hubspot-fivetran';
import { freescout } from './freescout';
import type { Layout, LayoutOptions, Layouts, Named } from './layout';
import { osticket } from './osticket';
import { withPrefix } from './prefix';
import { zammad } from './zammad';
import { zendeskAirbyte } from './zendesk-airbyte';
import { zendeskFivetran } from './zendesk-fivetran';

/** The layouts of the product: as many as there are to choose from. */
export const LAYOUTS: Readonly<Record<LayoutName, Layout>> = {
  canonical,
  zammad,
  chatwoot,
  'hubspot-fivetran': hubspotFivetran,
  freescout,
  osticket,
  'zendesk-airbyte': zendeskAirbyte,
  'zendesk-fivetran': zendeskFivetran,
};

/** The layout of a name, for a connection. Throws a SettingsError where there is none of that name, or it does not read such connections. */
export function layoutFor(connection: ConnectionType, name: string, layouts: Layouts, options: LayoutOptions = {}): Named {
  // a name such as "constructor" is no layout
  const layout = Object.hasOwn(layouts, name) ? layouts[name] : undefined;
  const usable = Object.keys(layouts).filter((one) => connectionsOf(layouts[one]).includes(connection));
  if (layout === undefined) {
    throw new SettingsError(`The setting "source.layout" ${quoted(name)} is no layout.${suggestion(name, usable)}`);
  }
  if (!connectionsOf(layout).includes(connection)) {
    const reads = connectionsOf(layout)
      .map((one) => CONNECTIONS[one])
      .join(' and ');
    throw new SettingsError(
      `The layout ${quoted(name)} reads ${reads}, not ${CONNECTIONS[connection]}. For ${CONNECTIONS[connection]} there is: ${usable.join(', ')}.`
    );
  }
  for (const option of Object.keys(options)) {
    const known = Object.keys(layout.options ?? {});
    if (!known.includes(option)) {
      throw new SettingsError(`The layout ${quoted(name)} has no option ${quoted(option)} ("source.layoutOptions").${suggestion(option, known)}`);
    }
  }
  return { name, layout: layout.kind === 'helpdesk' ? withPrefix(layout, options.prefix) : layout, options };
}

function connectionsOf({ connections }: LayoutChoice): readonly ConnectionType[] {
  return connections;
}
