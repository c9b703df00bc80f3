import type { Agent } from '../world/agents';
import { type PipelineId, stageOf, type StatusKind } from '../world/pipelines';
import type { PolicyId } from '../world/policies';
import type { TeamId } from '../world/regions';
import type { Arrival } from './arrival';
import type { Channel, EventField, MessageKind, PersonKind } from './words';

/** Who did something: somebody who answers, the ticket's customer, or the helpdesk itself. */
export type Person = Agent | 'customer' | 'system';
/** An id as rows hold it before they are written: agents by id, customers and tickets by number. */
export type Reference = string | number | null;

export interface Message {
  at: number;
  readonly author: Reference;
  readonly authorKind: PersonKind;
  readonly isInternal: boolean;
  readonly kind: MessageKind;
  readonly channel: Channel;
  readonly isHandover: boolean;
}

export interface TicketEvent {
  readonly at: number;
  readonly field: EventField;
  readonly from: Reference;
  readonly to: Reference;
  readonly actor: Reference;
  readonly actorKind: PersonKind;
}

export interface ChatSession {
  readonly startedAt: number;
  readonly firstAgentAt: number | null;
  readonly endedAt: number | null;
  readonly endedBy: PersonKind | null;
}

export interface TimeEntry {
  readonly agent: Reference;
  readonly at: number;
  readonly seconds: number;
  readonly activity: string | null;
}

export interface Survey {
  readonly agent: string | null;
  readonly form: string | null;
  readonly kind: 'csat' | 'nps' | 'ces';
  readonly scale: readonly [number, number];
  readonly sentAt: number | null;
  readonly answeredAt: number | null;
  readonly score: number | null;
  readonly hasComment: boolean;
}

export interface PolicySpan {
  readonly policy: PolicyId;
  readonly from: number;
  readonly to: number | null;
}

/** What a message may have besides its author and kind. */
interface Circumstances {
  readonly channel?: Channel;
  readonly isHandover?: true;
}

/** How much of a ticket's life the helpdesk has logged. */
export interface Logging {
  status: boolean;
  stages: boolean;
  owners: boolean;
  /** Whether the first status and owner are events too; most helpdesks never log the first stage. */
  firstValues: boolean;
  firstStage: boolean;
}

/** What one ticket's life leaves behind. What would happen at or after the end has not happened: it is left out, and changes nothing. */
export class Book {
  readonly messages: Message[] = [];
  readonly events: TicketEvent[] = [];
  readonly chats: ChatSession[] = [];
  readonly time: TimeEntry[] = [];
  readonly surveys: Survey[] = [];
  readonly policies: PolicySpan[] = [];
  readonly tags: string[] = [];
  status: StatusKind = 'new';
  stage: string;
  pipeline: PipelineId;
  team: TeamId;
  owner: Agent | null = null;
  priority: string | null;
  channel: Channel;
  closedAt: number | null = null;
  updatedAt: number;
  mergedInto: number | null = null;
  parent: number | null = null;
  isSpam = false;
  isDeleted = false;
  isTest = false;
  isImported = false;
  log: Logging = { status: true, stages: true, owners: true, firstValues: true, firstStage: false };

  private changedAt: number;

  constructor(
    readonly arrival: Arrival,
    private readonly end: number
  ) {
    this.changedAt = arrival.createdAt;
    this.team = arrival.team;
    this.pipeline = arrival.team === 'technical' ? 'technical' : 'support';
    this.stage = stageOf(this.pipeline, 'new');
    this.priority = arrival.priority;
    this.channel = arrival.channel;
    this.updatedAt = arrival.createdAt;
    if (arrival.policy !== null) {
      this.policies.push({ policy: arrival.policy, from: arrival.createdAt, to: null });
    }
  }

  /** Whether nothing more can happen. */
  isOver(at: number): boolean {
    return !(at < this.end);
  }

  get isClosed(): boolean {
    return this.status === 'closed' || this.status === 'merged' || this.status === 'spam';
  }

  say(at: number, who: Person, kind: MessageKind = 'reply', { channel = this.channel, isHandover }: Circumstances = {}): void {
    if (this.isOver(at)) {
      return;
    }
    this.touch(at);
    this.messages.push({
      at,
      author: this.referenceOf(who),
      authorKind: kindOf(who),
      isInternal: kind === 'note' || kind === 'draft',
      kind,
      channel,
      isHandover: isHandover === true,
    });
  }

  /** Logs the values that a ticket begins with. */
  begin(by: Person): void {
    const { createdAt } = this.arrival;
    if (this.log.firstValues && this.log.status) {
      this.record(createdAt, 'status', null, this.status, by);
    }
    if (this.log.firstStage && this.log.stages) {
      this.record(createdAt, 'stage', null, this.stage, by);
    }
  }

  /** Changes the status, and with it the stage. */
  move(at: number, status: StatusKind, by: Person, stage = stageOf(this.pipeline, status)): void {
    if (this.isOver(at) || (status === this.status && stage === this.stage)) {
      return;
    }
    const when = this.inTurn(at);
    if (this.log.status && status !== this.status) {
      this.record(when, 'status', this.status, status, by);
    }
    this.enter(when, stage, by);
    this.status = status;
    this.closedAt = this.isClosed ? (this.closedAt ?? when) : null;
  }

  /** Closes the ticket as a script in the database does: its status alone says so, and nothing since when. */
  closeUnseen(at: number): void {
    if (!this.isOver(at)) {
      this.touch(at);
      this.status = 'closed';
    }
  }

  assign(at: number, owner: Agent | null, by: Person): void {
    if (this.isOver(at) || owner === this.owner) {
      return;
    }
    const when = this.inTurn(at);
    if (this.log.owners) {
      this.record(when, 'owner', this.owner?.id ?? null, owner?.id ?? null, by);
    }
    this.owner = owner;
  }

  giveToTeam(at: number, team: TeamId, by: Person): void {
    if (!this.isOver(at) && team !== this.team) {
      this.record(at, 'team', this.team, team, by);
      this.team = team;
    }
  }

  /** Moves an open ticket to the same stage of another pipeline. */
  changePipeline(at: number, pipeline: PipelineId, by: Person): void {
    if (!this.isOver(at) && pipeline !== this.pipeline) {
      this.record(at, 'pipeline', this.pipeline, pipeline, by);
      this.pipeline = pipeline;
      this.enter(at, stageOf(pipeline, this.status), by);
    }
  }

  prioritise(at: number, priority: string, by: Person): void {
    if (!this.isOver(at) && priority !== this.priority) {
      this.record(at, 'priority', this.priority, priority, by);
      this.priority = priority;
    }
  }

  changePolicy(at: number, policy: PolicyId, by: Person): void {
    const last = this.policies[this.policies.length - 1];
    if (!this.isOver(at) && last?.policy !== policy && at > (last?.from ?? 0)) {
      const when = this.inTurn(at);
      this.record(when, 'sla', last?.policy ?? null, policy, by);
      if (last) {
        this.policies[this.policies.length - 1] = { ...last, to: when };
      }
      this.policies.push({ policy, from: when, to: null });
    }
  }

  merge(at: number, into: number, by: Person): void {
    if (!this.isOver(at)) {
      this.record(at, 'merge', null, into, by);
      this.mergedInto = into;
      this.move(at, 'merged', by);
    }
  }

  /** Logs a change of something that the book keeps nowhere else. */
  record(at: number, field: EventField, from: Reference, to: Reference, by: Person): void {
    if (!this.isOver(at)) {
      this.events.push({ at: this.inTurn(at), field, from, to, actor: this.referenceOf(by), actorKind: kindOf(by) });
    }
  }

  private enter(at: number, stage: string, by: Person): void {
    if (stage !== this.stage && this.log.stages) {
      this.record(at, 'stage', this.stage, stage, by);
      this.stage = stage;
    }
  }

  /** Changes happen one after another: one that was settled later does not come before the one before. */
  private inTurn(at: number): number {
    this.changedAt = Math.max(this.changedAt, at);
    this.touch(this.changedAt);
    return this.changedAt;
  }

  private touch(at: number): void {
    this.updatedAt = Math.max(this.updatedAt, at);
  }

  private referenceOf(who: Person): Reference {
    return who === 'customer' ? this.arrival.customer : who === 'system' ? null : who.id;
  }
}

function kindOf(who: Person): PersonKind {
  return typeof who === 'string' ? who : who.isBot ? 'bot' : 'agent';
}
