import type { PluginClient } from '../../tools/door/client';
import { build, openBackend } from './backend';
import { type Refreshed, refreshed } from './refreshed';
import type { WrittenSettings } from './written-settings';

/** Starts the backend for settings, built where it is old, and works with it once a refresh has ended, well or not; stops it in any case. */
export async function withHelpdesk(
  { secureJsonData, ...settings }: WrittenSettings,
  work: (client: PluginClient, read: Refreshed) => Promise<void>
): Promise<void> {
  build(false);
  const client = await openBackend(settings, secureJsonData);
  try {
    await work(client, await refreshed(client));
  } finally {
    await client.stop();
  }
}
