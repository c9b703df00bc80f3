import type { Book } from '../life/book';
import type { World } from '../world/world';
import type { Staging } from './staging';

/** Writes what tickets leave behind as rows; ids count on from ticket to ticket. */
export class TicketRows {
  private messages = 0;
  private events = 0;
  private sessions = 0;
  private surveys = 0;

  constructor(
    private readonly world: World,
    private readonly staging: Staging
  ) {}

  add(book: Book): void {
    this.addTicket(book);
    const { number: ticket, customer } = book.facts;
    for (const { policy, from, to } of book.policies) {
      this.staging.add('ticket_sla', [ticket, policy, from, to, to ?? from]);
    }
    for (const { at, field, from, to, actor, actorKind } of book.events.sort(inTime)) {
      this.staging.add('ticket_event', [++this.events, ticket, at, field, from, to, actor, actorKind]);
    }
    for (const { at, author, authorKind, isInternal, kind, channel, isHandover } of book.messages.sort(inTime)) {
      this.staging.add('message', [++this.messages, ticket, at, author, authorKind, isInternal ? 'internal' : 'public', kind, channel, isHandover, at]);
    }
    for (const { startedAt, firstAgentAt, endedAt, endedBy } of book.chats) {
      this.staging.add('chat_session', [++this.sessions, ticket, startedAt, firstAgentAt, endedAt, endedBy, endedAt ?? firstAgentAt ?? startedAt]);
    }
    for (const { agent, form, kind, scale, sentAt, answeredAt, score, hasComment } of book.surveys) {
      this.staging.add('survey', [++this.surveys, ticket, customer, agent, form, kind, ...scale, sentAt, answeredAt, score, hasComment, answeredAt ?? sentAt]);
    }
  }

  /** A rating that no ticket asked for. */
  addSurvey(
    customer: number,
    form: string,
    kind: string,
    scale: readonly [number, number],
    sentAt: number,
    answeredAt: number | null,
    score: number | null,
    hasComment: boolean
  ): void {
    this.staging.add('survey', [++this.surveys, null, customer, null, form, kind, ...scale, sentAt, answeredAt, score, hasComment, answeredAt ?? sentAt]);
  }

  /** A few rows whose ticket the helpdesk has lost. */
  addOrphans(): void {
    const { start, end, tickets } = this.world.plan;
    const at = (i: number): number => Math.round(end - (end - start) * (0.01 + 0.13 * i));
    for (let i = 0; i < 5; i++) {
      this.staging.add('message', [++this.messages, tickets + 101 + i, at(i), 1, 'customer', 'public', 'reply', 'email', false, at(i)]);
    }
    for (let i = 0; i < 2; i++) {
      this.staging.add('ticket_event', [++this.events, tickets + 101 + i, at(i), 'status', 'new', 'open', null, 'system']);
    }
    this.staging.add('survey', [++this.surveys, tickets + 101, 1, null, 'csat-stars', 'csat', 1, 5, at(0), at(0), 4, false, at(0)]);
  }

  private addTicket({ facts, ...book }: Book): void {
    const { number, subject, createdAt, createdBy, channel, customer, topic, region, plan } = facts;
    const { owner, team, pipeline, stage, priority, tags, closedAt, mergedInto, parent, isSpam, isDeleted, isTest, isImported, updatedAt } = book;
    this.staging.add('ticket', [
      number,
      number,
      subject,
      createdAt,
      createdBy,
      channel,
      customer,
      this.world.customers.orgOf(customer) || null,
      owner?.id ?? null,
      team,
      pipeline,
      stage,
      priority,
      number % 37 === 5 ? null : topic.category,
      JSON.stringify(tags),
      closedAt,
      mergedInto,
      parent,
      isSpam,
      isDeleted,
      isTest,
      isImported,
      JSON.stringify({ region: region.id, plan, language: region.language }),
      updatedAt,
    ]);
  }
}

function inTime(a: { readonly at: number }, b: { readonly at: number }): number {
  return a.at - b.at;
}
