import type { PluginClient } from '../../tools/door/client';
import { connectBackend } from '../../scripts/lib/backend';
import type { ProvisionedDataSource } from './data-sources';

/** What the config page may change. */
export interface SavedSettings {
  readonly name?: string;
  readonly jsonData?: Readonly<Record<string, unknown>>;
  /** New secrets; those that are not named stay. */
  readonly secureJsonData?: Readonly<Record<string, string>>;
  /** Which secrets stay set: false takes one away. */
  readonly secureJsonFields?: Readonly<Record<string, boolean>>;
}

/** A data source with its running backend. Saving changes it in memory only. */
export class DataSource {
  private version = 1;
  private updatedMs = Date.now();

  private constructor(
    readonly id: number,
    readonly uid: string,
    readonly type: string,
    readonly isDefault: boolean,
    private name: string,
    private jsonData: Readonly<Record<string, unknown>>,
    private secrets: Readonly<Record<string, string>>,
    private running: PluginClient | null = null
  ) {}

  /** Starts the backend for a provisioned data source. */
  static async start(provisioned: ProvisionedDataSource, id: number, executable: string, env: Record<string, string>): Promise<DataSource> {
    const { uid, type, isDefault, name, jsonData, secureJsonData } = provisioned;
    const source = new DataSource(id, uid, type, isDefault, name, jsonData, secureJsonData);
    // read at each call: a saved change reaches the backend with the next one, as in Grafana
    source.running = await connectBackend(
      executable,
      {
        uid,
        get jsonData() {
          return source.jsonData;
        },
        get secureJsonData() {
          return source.secrets;
        },
        get updatedMs() {
          return source.updatedMs;
        },
      },
      env
    );
    return source;
  }

  get client(): PluginClient {
    if (!this.running) {
      throw new Error('The backend is not running.');
    }
    return this.running;
  }

  /** As Grafana's API shows it: secrets by name only. */
  get shown() {
    return {
      id: this.id,
      uid: this.uid,
      orgId: 1,
      name: this.name,
      type: this.type,
      typeName: 'Helpdesk Metrics',
      access: 'proxy',
      url: '',
      user: '',
      database: '',
      basicAuth: false,
      basicAuthUser: '',
      withCredentials: false,
      isDefault: this.isDefault,
      jsonData: this.jsonData,
      secureJsonFields: Object.fromEntries(Object.keys(this.secrets).map((key) => [key, true])),
      version: this.version,
      readOnly: false,
    };
  }

  /** Takes new settings; the backend opens the data source anew with the next call. */
  save({ name = this.name, jsonData = this.jsonData, secureJsonData = {}, secureJsonFields = {} }: SavedSettings): void {
    const kept = Object.entries(this.secrets).filter(([key]) => secureJsonFields[key] !== false);
    this.name = name;
    this.jsonData = jsonData;
    this.secrets = { ...Object.fromEntries(kept), ...secureJsonData };
    this.version++;
    // later than the last even within one millisecond
    this.updatedMs = Math.max(Date.now(), this.updatedMs + 1);
  }
}
