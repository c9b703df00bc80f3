import type { Book } from '../life/book';
import type { World } from '../world/world';
import type { Row } from './row';
import { commentOn } from './comments';
import type { Staging } from './staging';

/** A survey that was sent, and its answer. */
interface Rating {
  readonly kind: string;
  readonly scale: readonly [min: number, max: number];
  readonly sentAt: number | null;
  readonly answeredAt: number | null;
  readonly score: number | null;
  readonly hasComment: boolean;
}

/** Writes what tickets leave behind as rows; ids count on from ticket to ticket. */
export class TicketRows {
  private messages = 0;
  private events = 0;
  private sessions = 0;
  private surveys = 0;
  private entries = 0;

  constructor(
    private readonly world: World,
    private readonly staging: Staging
  ) {}

  add(book: Book): void {
    this.addTicket(book);
    const { number: ticket, customer } = book.arrival;
    for (const { policy, from, to } of book.policies) {
      this.staging.add('ticket_sla', { ticket_id: ticket, policy_id: policy, from, to, updated_at: to ?? from });
    }
    for (const { at, field, from, to, actor, actorKind } of book.events.sort(inTime)) {
      this.staging.add('ticket_event', {
        event_id: ++this.events,
        ticket_id: ticket,
        at,
        field,
        from_value: from,
        to_value: to,
        actor_id: actor,
        actor_kind: actorKind,
      });
    }
    for (const { at, author, authorKind, isInternal, kind, channel, isHandover } of book.messages.sort(inTime)) {
      this.staging.add('message', {
        message_id: ++this.messages,
        ticket_id: ticket,
        sent_at: at,
        author_id: author,
        author_kind: authorKind,
        visibility: isInternal ? 'internal' : 'public',
        kind,
        channel,
        handover: isHandover,
        updated_at: at,
      });
    }
    for (const { startedAt, firstAgentAt, endedAt, endedBy } of book.chats) {
      this.staging.add('chat_session', {
        session_id: ++this.sessions,
        ticket_id: ticket,
        started_at: startedAt,
        first_agent_at: firstAgentAt,
        ended_at: endedAt,
        ended_by: endedBy,
        updated_at: endedAt ?? firstAgentAt ?? startedAt,
      });
    }
    for (const { agent, ...entry } of book.time.sort(inTime)) {
      this.staging.add('time_entry', { entry_id: ++this.entries, ticket_id: ticket, agent_id: agent, ...entry, updated_at: entry.at });
    }
    for (const { agent, form, ...survey } of book.surveys) {
      this.put({ ticket_id: ticket, customer_id: customer, agent_id: agent, form_id: form }, survey);
    }
  }

  /** A rating that no ticket asked for. */
  addSurvey(customer: number, form: string, survey: Rating): void {
    this.put({ customer_id: customer, form_id: form }, survey);
  }

  /** A few rows whose ticket the helpdesk has lost. */
  addOrphans(): void {
    const { start, end, tickets } = this.world.plan;
    const at = (i: number): number => Math.round(end - (end - start) * (0.01 + 0.13 * i));
    for (let i = 0; i < 5; i++) {
      this.staging.add('message', {
        message_id: ++this.messages,
        ticket_id: tickets + 101 + i,
        sent_at: at(i),
        author_id: 1,
        author_kind: 'customer',
        visibility: 'public',
        kind: 'reply',
        channel: 'email',
        handover: false,
        updated_at: at(i),
      });
    }
    for (let i = 0; i < 2; i++) {
      this.staging.add('ticket_event', {
        event_id: ++this.events,
        ticket_id: tickets + 101 + i,
        at: at(i),
        field: 'status',
        from_value: 'new',
        to_value: 'open',
        actor_kind: 'system',
      });
    }
    this.put(
      { ticket_id: tickets + 101, customer_id: 1, form_id: 'csat-stars' },
      { kind: 'csat', scale: [1, 5], sentAt: at(0), answeredAt: at(0), score: 4, hasComment: false }
    );
  }

  private addTicket({ arrival, ...book }: Book): void {
    const { number, subject, createdAt, createdBy, channel, customer, topic, region, plan } = arrival;
    const { owner, team, pipeline, stage, status, priority, tags, closedAt, mergedInto, parent, isSpam, isDeleted, isTest, isImported, updatedAt } = book;
    this.staging.add('ticket', {
      ticket_id: number,
      number,
      subject,
      created_at: createdAt,
      created_by: createdBy,
      channel,
      requester_id: customer,
      org_id: this.world.customers.orgOf(customer) || null,
      owner_id: owner?.id ?? null,
      team_id: team,
      pipeline_id: pipeline,
      stage_id: stage,
      status,
      priority,
      category: number % 37 === 5 ? null : topic.category,
      tags: JSON.stringify(tags),
      closed_at: closedAt,
      merged_into_id: mergedInto,
      parent_id: parent,
      is_spam: isSpam,
      is_deleted: isDeleted,
      is_test: isTest,
      is_imported: isImported,
      attributes: JSON.stringify({ region: region.id, plan, language: region.language }),
      updated_at: updatedAt,
    });
  }

  private put(
    about: Pick<Row<'survey'>, 'ticket_id' | 'customer_id' | 'agent_id' | 'form_id'>,
    { kind, scale, sentAt, answeredAt, score, hasComment }: Rating
  ): void {
    this.staging.add('survey', {
      survey_id: ++this.surveys,
      ...about,
      kind,
      scale_min: scale[0],
      scale_max: scale[1],
      sent_at: sentAt,
      answered_at: answeredAt,
      score,
      has_comment: hasComment,
      comment: hasComment && score !== null ? commentOn((score - scale[0]) / (scale[1] - scale[0]), this.surveys) : null,
      updated_at: answeredAt ?? sentAt,
    });
  }
}

function inTime(a: { readonly at: number }, b: { readonly at: number }): number {
  return a.at - b.at;
}
