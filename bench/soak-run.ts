import { setTimeout as sleep } from 'node:timers/promises';

import { loaded } from '../scripts/lib/backend';
import { IdleThread } from '../scripts/lib/idle-thread';
import { delaysIn } from '../scripts/lib/loop-delay';
import { memoryOf } from '../scripts/lib/memory';
import { type PluginClient, startPlugin } from '../tools/door/client';
import { DAY } from '../src/backend/calendar/units';
import type { HelpdeskQuery } from '../src/shared/query';
import type { SettingsInput } from '../src/shared/settings';
import { DASHBOARD } from './panels';
import type { Sample, Soaked } from './soak-figures';

/** How a soak is run. */
export interface SoakPlan {
  readonly viewers: number;
  readonly panels: number;
  readonly seconds: number;
  /** Seconds between two refreshes of a viewer's dashboard, as Grafana's picker offers them. */
  readonly every: number;
  /** The end of the helpdesk, epoch milliseconds. */
  readonly end: number;
  /** Seconds between two looks at the backend. */
  readonly look: number;
  /** The folders that its data and its store lie in. */
  readonly allowed: readonly string[];
  readonly say: (line: string) => void;
}

/** An answer that takes longer, in milliseconds, is none. */
const LIMIT = 60_000;

/** Viewers who leave a dashboard open: each refreshes all its panels, a request a panel as Grafana sends them, then waits for its next turn. */
export async function soak(executable: string, settings: SettingsInput, plan: SoakPlan): Promise<Soaked> {
  const client = await startPlugin(executable, { uid: 'soak', jsonData: settings }, { env: { GF_PLUGIN_ALLOWED_DIRECTORIES: plan.allowed.join(',') } });
  const idle = new IdleThread();
  try {
    await loaded(client);
    return await new Soak(client, idle, plan).run();
  } finally {
    await idle.close();
    await client.stop();
  }
}

class Soak {
  private readonly times: number[] = [];
  private readonly errors = new Map<string, number>();
  private readonly samples: Sample[] = [];
  private readonly loads = new Set<number>();
  private timeouts = 0;
  private readonly began = performance.now();
  private lookedAt = performance.now();

  constructor(
    private readonly client: PluginClient,
    private readonly idle: IdleThread,
    private readonly plan: SoakPlan
  ) {}

  async run(): Promise<Soaked> {
    const { viewers, seconds, look, say } = this.plan;
    await this.look();
    const watching = Array.from({ length: viewers }, (_, viewer) => this.view(viewer));
    while (this.seconds() < seconds) {
      await sleep(Math.min(look, Math.max(0.1, seconds - this.seconds())) * 1000);
      await this.look();
      say(
        `${Math.round(this.seconds())} of ${seconds} s, ${this.times.length.toLocaleString('en')} answers, ${this.errors.size} kinds of error, ${this.timeouts} timeouts, ${this.samples.at(-1)?.memoryMB} MB`
      );
    }
    await Promise.all(watching);
    await this.look();
    return {
      seconds: this.seconds(),
      times: this.times,
      errors: this.errors,
      timeouts: this.timeouts,
      generations: this.loads.size - 1,
      samples: this.samples,
      mostMemoryMB: memoryOf(this.client.pid)?.most ?? 0,
    };
  }

  private seconds(): number {
    return (performance.now() - this.began) / 1000;
  }

  /** One viewer: begins at a moment of their own, looks at a range of their own, half of them at one team. */
  private async view(viewer: number): Promise<void> {
    const { every, viewers, seconds } = this.plan;
    const days = [7, 30, 90, 365][viewer % 4];
    for (let turn = 0; ; turn++) {
      const due = (every * viewer) / viewers + turn * every;
      if (due >= seconds) {
        return;
      }
      await sleep(Math.max(0, due - this.seconds()) * 1000);
      await this.refresh(viewer, days);
      // a dashboard that is late is not asked for twice: its next turn is the next one that is due
      turn = Math.max(turn, Math.ceil((this.seconds() - (every * viewer) / viewers) / every) - 1);
    }
  }

  /** All panels of a dashboard at once, up to "now". */
  private async refresh(viewer: number, days: number): Promise<void> {
    const { end, panels } = this.plan;
    const toMs = end - viewer * 60_000 + Math.round(this.seconds() * 1000);
    const own: HelpdeskQuery = {
      timeZone: 'Europe/Amsterdam',
      asOf: end,
      metric: '',
      ...(viewer % 2 === 0 ? {} : { filters: [{ field: 'channel', op: 'in', values: ['email', 'chat'], origin: 'variable' }] }),
    };
    await Promise.all(Array.from({ length: panels }, (_, panel) => this.ask({ ...own, ...DASHBOARD[panel % DASHBOARD.length] }, toMs - days * DAY, toMs)));
  }

  private async ask(json: HelpdeskQuery, fromMs: number, toMs: number): Promise<void> {
    const began = performance.now();
    const count = (what: string) => void this.errors.set(what, (this.errors.get(what) ?? 0) + 1);
    try {
      const answer = (await this.client.query([{ refId: 'A', json, fromMs, toMs }], { role: 'Editor', raw: true, deadlineMs: LIMIT })).get('A');
      if (answer?.status === 200 && answer.bytes > 0) {
        this.times.push(performance.now() - began);
      } else {
        count(`${answer?.status ?? 'none'}: ${answer?.error ?? 'no answer'}`);
      }
    } catch (error) {
      if (/DEADLINE_EXCEEDED/.test(String(error))) {
        this.timeouts++;
      } else {
        count(String(error));
      }
    }
  }

  private async look(): Promise<void> {
    const asked = performance.now();
    const { loadedAt } = (await this.client.resource('status')).body as { loadedAt: number };
    const statusMs = performance.now() - asked;
    this.loads.add(loadedAt);
    const [text, idle] = [await this.client.metrics(), await this.idle.take()];
    const now = performance.now();
    this.samples.push({ at: this.seconds(), memoryMB: memoryOf(this.client.pid)?.now ?? 0, statusMs, delays: delaysIn(text, now - this.lookedAt), idle });
    this.lookedAt = now;
  }
}
