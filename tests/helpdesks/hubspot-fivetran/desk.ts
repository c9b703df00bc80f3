import type { PostgresPlace } from '../in-postgres';
import type { Step, Told } from './story';

type Row = Readonly<Record<string, unknown>>;

/** People of the story: what they are as owners, and as users. */
const OWNERS: Readonly<Record<string, number>> = { bea: 10, cem: 11, dee: 12 };
export const USERS: Readonly<Record<string, number>> = { bea: 500, cem: 501, dee: 502, eva: 503 };
/** The stages of the first pipeline, as HubSpot makes it. */
const STAGES = { new: '1', waits: '2', ours: '3', closes: '4' } as const;
const SOURCES = { mail: 'EMAIL', form: 'FORM', chat: 'CHAT', phone: 'PHONE' } as const;

/** An instant of 2026 as the warehouse has it. */
export const at = (text: string): string => `2026-${text}+00`;

/** A warehouse that is written to as the connector does it: what HubSpot knows of an object is one row, replaced with each change, and written again with a new `_fivetran_synced`. */
export class Desk {
  private contacts = new Map<string, number>();
  private engagements = 70_000;
  /** When the connector writes, an hour later each time that it comes. */
  synced = at('05-01 00:00:00');

  constructor(private readonly place: PostgresPlace) {}

  /** Rows of one table, which have the same columns. */
  async putAll(table: string, rows: readonly Row[]): Promise<void> {
    const all = rows.map((row) => ({ _fivetran_synced: this.synced, ...row }));
    const names = Object.keys(all[0]);
    await this.place.admin.query(`INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
      JSON.stringify(all),
    ]);
  }

  async put(table: string, row: Row): Promise<void> {
    await this.place.insert(table, { _fivetran_synced: this.synced, ...row });
  }

  /** What is there before the first ticket: people, teams, two pipelines. */
  async begin(): Promise<void> {
    const owners = Object.entries(OWNERS).map(([name, owner]) => {
      const first = `${name[0].toUpperCase()}${name.slice(1)}`;
      return {
        owner_id: owner,
        active_user_id: USERS[name],
        is_active: name !== 'dee',
        first_name: first,
        last_name: `${first}ker`,
        email: `${name}@example.org`,
      };
    });
    await this.putAll('owner', owners);
    await this.putAll(
      'owner_team',
      Object.entries(OWNERS).map(([name, owner]) => ({ owner_id: owner, team_id: name === 'cem' ? 2 : 1, is_team_primary: true }))
    );
    await this.putAll(
      'users',
      Object.entries(USERS).map(([name, user]) => ({ id: user, email: `${name}@example.org` }))
    );
    await this.putAll('team', [
      { id: 1, name: 'Support' },
      { id: 2, name: 'Billing' },
    ]);
    await this.putAll(
      'ticket_pipeline',
      PIPELINES.map(([pipeline, label], i) => ({ pipeline_id: pipeline, label, display_order: i }))
    );
    await this.putAll(
      'ticket_pipeline_stage',
      PIPELINES.flatMap(([pipeline, , ...stages]) =>
        stages.map(([stage, name, closed], place) => ({
          stage_id: stage,
          pipeline_id: pipeline,
          label: name,
          display_order: place,
          is_closed: closed,
          ticket_state: closed ? 'CLOSED' : 'OPEN',
        }))
      )
    );
    await this.put('company', { id: 800, property_name: 'Zenith' });
  }

  async contact(name: string): Promise<number> {
    const known = this.contacts.get(name);
    const id = known ?? 900 + this.contacts.size;
    if (known === undefined) {
      this.contacts.set(name, id);
      await this.put('contact', { id, property_firstname: name, property_email: `${name.toLowerCase()}@example.com` });
    }
    return id;
  }

  /** A ticket in the first stage of the first pipeline, with the first versions of its properties. */
  async ticket(id: number, when: string, { source = 'CONVERSATIONS', ...more }: { readonly source?: string } & Row = {}): Promise<void> {
    const ticket = {
      id,
      property_createdate: when,
      property_subject: `Question ${id}`,
      property_hs_pipeline: '0',
      property_hs_pipeline_stage: STAGES.new,
      ...more,
    };
    await this.put('ticket', ticket);
    await this.version(id, 'hs_pipeline', ticket.property_hs_pipeline, when, { source });
    await this.version(id, 'hs_pipeline_stage', ticket.property_hs_pipeline_stage, when, { source });
  }

  async version(ticket: number, name: string, value: string, when: string, more: Row = {}): Promise<void> {
    await this.put('ticket_property_history', { ticket_id: ticket, name, value, timestamp_instant: when, source: 'CRM_UI', ...more });
  }

  /** A property is changed: another version of it, and the ticket’s row is written again. */
  async set(ticket: number, name: string, value: string, when: string, more: Row = {}): Promise<void> {
    await this.version(ticket, name, value, when, more);
    await this.edit('ticket', ticket, { [`property_${name}`]: value });
  }

  async edit(table: string, id: number, row: Row): Promise<void> {
    const key = table.startsWith('engagement') ? 'engagement_id' : 'id';
    const all = Object.entries({ _fivetran_synced: this.synced, ...row });
    await this.place.admin.query(`UPDATE ${table} SET ${all.map(([name], i) => `${name} = $${i + 2}`).join(', ')} WHERE ${key} = $1`, [
      id,
      ...all.map(([, value]) => (value === '' ? null : value)),
    ]);
  }

  /** An activity of a kind, linked to some tickets; gives its number. */
  async activity(kind: 'email' | 'call' | 'note', tickets: readonly number[], when: string, more: Row = {}): Promise<number> {
    const id = ++this.engagements;
    await this.put(`engagement_${kind}`, { engagement_id: id, property_hs_timestamp: when, property_hs_createdate: when, ...more });
    for (const ticket of tickets) {
      await this.put('ticket_engagement', { ticket_id: ticket, engagement_id: id, category: 'HUBSPOT_DEFINED' });
    }
    return id;
  }

  email(tickets: readonly number[], when: string, direction: string, more: Row = {}): Promise<number> {
    return this.activity('email', tickets, when, { property_hs_email_direction: direction, ...more });
  }

  /** Tells a ticket. */
  async tell({ number, by, contact, steps }: Told): Promise<void> {
    const [[began, first]] = steps;
    const isTyped = first.endsWith('types');
    await this.ticket(number, at(began), { source: isTyped ? 'CRM_UI' : 'CONVERSATIONS', property_source_type: SOURCES[by] });
    await this.put('ticket_contact', { ticket_id: number, contact_id: await this.contact(contact), category: 'HUBSPOT_DEFINED' });
    for (const step of steps) {
      await this.act(number, step);
    }
  }

  private async act(ticket: number, [time, what]: Step): Promise<void> {
    const when = at(time);
    const [first, verb = first] = what.split(' ');
    const by = { source_id: `userId:${USERS[first] ?? ''}` };
    switch (verb) {
      case 'asks':
        await this.email([ticket], when, 'INCOMING_EMAIL');
        return;
      case 'replies':
        await this.email([ticket], when, 'EMAIL', { property_hubspot_owner_id: OWNERS[first] });
        return;
      case 'notes':
        await this.activity('note', [ticket], when, { property_hubspot_owner_id: OWNERS[first] });
        return;
      case 'takes':
        return this.set(ticket, 'hubspot_owner_id', String(OWNERS[first]), when, by);
      case 'closes':
        await this.set(ticket, 'hs_pipeline_stage', STAGES.closes, when, by);
        return this.edit('ticket', ticket, { property_closed_date: when });
      case 'waits':
        return this.set(ticket, 'hs_pipeline_stage', STAGES.waits, when, by);
      case 'opens':
        await this.set(ticket, 'hs_pipeline_stage', STAGES.ours, when, first === 'opens' ? { source: 'WORKFLOWS' } : by);
        return this.edit('ticket', ticket, { property_closed_date: null });
      case 'types':
      case 'comes':
        return;
      default:
        throw new Error(`Nobody knows how "${what}" is done.`);
    }
  }
}

type Stage = readonly [id: string, label: string, closed: boolean];
const PIPELINES: ReadonlyArray<readonly [id: string, label: string, ...stages: Stage[]]> = [
  ['0', 'Support Pipeline', ['1', 'New', false], ['2', 'Waiting on contact', false], ['3', 'Waiting on us', false], ['4', 'Closed', true]],
  ['77', 'Repairs', ['701', 'Intake', false], ['702', 'In repair', false], ['703', 'Returned', true], ['704', 'Refused', true]],
];
