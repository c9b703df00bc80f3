import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { CallOptions, ClientAnswer, ClientSettings, PluginClient } from '../../tools/door/client';
import { type Built, openBuilt } from '../built';
import { writeHelpdesk } from '../oracle/write';
import { until } from '../until';
import { at, type Desk, type Period } from './story';

/** The built backend behind its gRPC door, with as many data sources as there are helpdesks. */
export class Door {
  private readonly known = new Map<Desk, ClientSettings>();

  private constructor(
    private readonly built: Built,
    private readonly client: PluginClient
  ) {}

  static async open(): Promise<Door> {
    const built = openBuilt();
    return new Door(built, await built.start({ uid: 'none', jsonData: {} }));
  }

  async ask(desk: Desk, query: object, [from, to]: Period, options: CallOptions = {}): Promise<ClientAnswer> {
    const settings = this.known.get(desk) ?? (await this.load(desk));
    const answers = await this.client.query([{ refId: 'A', json: query, fromMs: at(from), toMs: at(to) }], { ...options, settings });
    return answers.get('A') as ClientAnswer;
  }

  close(): Promise<void> {
    return this.built.close();
  }

  private async load(desk: Desk): Promise<ClientSettings> {
    const uid = `desk-${this.known.size}`;
    await mkdir(join(this.built.folder, uid));
    await writeHelpdesk(desk.rows, join(this.built.folder, uid));
    const settings = { ...this.built.files(uid, { store: { memoryLimit: '256MB', threads: 1 }, ...desk.settings }), grafanaConfig: desk.grafana };
    this.known.set(desk, settings);
    // queries wait a few seconds for the first load, alert rules not at all
    await until(() => this.isReady(settings), 'the load of a helpdesk');
    return settings;
  }

  private async isReady(settings: ClientSettings): Promise<boolean> {
    const { phase, lastError } = (await this.client.resource('status', 'GET', undefined, { settings })).body as { phase: string; lastError: string };
    if (phase === 'failed') {
      throw new Error(`The helpdesk was not loaded: ${lastError}`);
    }
    return phase === 'ready';
  }
}
