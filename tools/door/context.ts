import { create } from '@bufbuild/protobuf';

import { type PluginContext, PluginContextSchema } from '../../src/backend/host/gen/pluginv2_pb';
import type { CallLimits } from './calls';

/** The data source that a client speaks for. */
export interface ClientSettings {
  readonly uid: string;
  readonly jsonData: unknown;
  readonly secureJsonData?: Readonly<Record<string, string>>;
  readonly grafanaConfig?: Readonly<Record<string, string>>;
  /** When they were last saved: a change makes the backend open the data source anew. */
  readonly updatedMs?: number;
}

/** Who calls, for which data source, and for how long. */
export interface CallOptions extends CallLimits {
  /** The organization that asks; 1 where not given, 0 is none. */
  readonly orgId?: number;
  readonly fromAlert?: boolean;
  /** The user's; without a role and a login an alert comes without a user, anything else as an administrator. Both may be empty, as for a public dashboard. */
  readonly role?: string;
  readonly login?: string;
  /** What differs from the client's own data source, or null for none at all. */
  readonly settings?: Partial<ClientSettings> | null;
  /** Leave the frames undecoded: for timing. */
  readonly raw?: boolean;
}

/** What Grafana says of who calls, for which data source. */
export function contextOf(settings: ClientSettings, options: CallOptions): PluginContext {
  return create(PluginContextSchema, {
    orgId: BigInt(options.orgId ?? 1),
    pluginId: 'helpdesk-metrics-datasource',
    user: userOf(options),
    grafanaConfig: options.settings?.grafanaConfig ?? settings.grafanaConfig ?? {},
    dataSourceInstanceSettings: options.settings === null ? undefined : dataSource({ ...settings, ...options.settings }),
  });
}

/** The user that Grafana names. */
function userOf({ fromAlert, login, role }: CallOptions): { login: string; role: string } | undefined {
  return fromAlert && login === undefined && role === undefined ? undefined : { login: login ?? 'local', role: role ?? 'Admin' };
}

/** A data source as Grafana sends it. */
function dataSource({ uid, jsonData, secureJsonData, updatedMs }: ClientSettings) {
  return {
    id: 1n,
    uid,
    name: 'Helpdesk',
    jsonData: utf8(JSON.stringify(jsonData)),
    decryptedSecureJsonData: { ...secureJsonData },
    lastUpdatedMS: BigInt(updatedMs ?? 1),
  };
}

/** A text as bytes of a message. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
