import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { type CallOptions, type ClientAnswer, type ClientSettings, type PluginClient, startPlugin } from '../../tools/door/client';
import { buildBackend } from '../build';
import { writeHelpdesk } from '../oracle/write';
import { at, type Desk, type Period } from './story';

/** The built backend behind its gRPC door, with as many data sources as there are helpdesks. */
export class Door {
  private readonly known = new Map<Desk, ClientSettings>();

  private constructor(
    private readonly folder: string,
    private readonly executable: string,
    private readonly client: PluginClient,
    private readonly settings: { current: ClientSettings }
  ) {}

  static async open(): Promise<Door> {
    const folder = await mkdtemp(join(tmpdir(), 'definitions-'));
    const executable = buildBackend();
    // the client reads its settings at each call, so one connection serves every data source
    const settings = { current: { uid: 'none', jsonData: {} } as ClientSettings };
    const client = await startPlugin(
      executable,
      {
        get uid() {
          return settings.current.uid;
        },
        get jsonData() {
          return settings.current.jsonData;
        },
        get grafanaConfig() {
          return settings.current.grafanaConfig;
        },
      },
      { env: { GF_PLUGIN_ALLOWED_DIRECTORIES: folder } }
    );
    return new Door(folder, executable, client, settings);
  }

  async ask(desk: Desk, query: object, [from, to]: Period, options: CallOptions = {}): Promise<ClientAnswer> {
    this.settings.current = this.known.get(desk) ?? (await this.load(desk));
    const answers = await this.client.query([{ refId: 'A', json: query, fromMs: at(from), toMs: at(to) }], options);
    return answers.get('A') as ClientAnswer;
  }

  async close(): Promise<void> {
    await this.client.stop();
    await rm(this.folder, { recursive: true });
    await rm(dirname(this.executable), { recursive: true });
  }

  private async load(desk: Desk): Promise<ClientSettings> {
    const uid = `desk-${this.known.size}`;
    const [path, directory] = [join(this.folder, uid), join(this.folder, 'stores', uid)];
    await mkdir(path, { recursive: true });
    await mkdir(directory, { recursive: true });
    await writeHelpdesk(desk.rows, path);
    const jsonData = { source: { type: 'files', path }, store: { directory, memoryLimit: '256MB', threads: 1 }, maxAge: '10000d', ...desk.settings };
    const settings = { uid, jsonData, grafanaConfig: desk.grafana };
    this.known.set(desk, settings);
    this.settings.current = settings;
    // queries wait a few seconds for the first load, alert rules not at all
    while ((await this.phase()) !== 'ready') {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return settings;
  }

  private async phase(): Promise<string> {
    const { phase, lastError } = (await this.client.resource('status')).body as { phase: string; lastError: string };
    if (phase === 'failed') {
      throw new Error(`The helpdesk was not loaded: ${lastError}`);
    }
    return phase;
  }
}
