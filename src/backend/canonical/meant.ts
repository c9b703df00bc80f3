import { nearest } from '../../shared/nearest';

/** What other programs call a canonical word, table or column, in small letters. A word may stand with several: the first that is wanted is meant. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  closed: ['solved', 'resolved', 'complete', 'completed', 'done', 'finished', 'archived'],
  waiting_customer: ['pending', 'awaiting_customer', 'waiting_on_customer', 'waiting_for_customer', 'snoozed', 'awaiting_reply'],
  on_hold: ['hold', 'paused', 'waiting_on_third_party', 'blocked'],
  open: ['active', 'in_progress', 'reopened', 'assigned', 'unresolved'],
  new: ['created', 'unassigned', 'untriaged'],
  merged: ['duplicate'],
  spam: ['junk', 'suspended'],
  customer: ['user', 'end_user', 'requester', 'contact', 'client', 'visitor'],
  agent: ['admin', 'staff', 'operator', 'teammate', 'support', 'employee'],
  bot: ['ai', 'agent_bot', 'virtual_agent', 'assistant'],
  system: ['automation', 'trigger', 'workflow', 'rule', 'api'],
  public: ['external'],
  internal: ['private'],
  available: ['online'],
  busy: ['in_call', 'on_call', 'do_not_disturb', 'dnd'],
  away: ['break', 'idle', 'lunch'],
  offline: ['invisible', 'logged_out'],
  owner: ['assignee', 'assigned_to', 'responsible'],
  team: ['group', 'department', 'queue'],
  status: ['state'],
  handover: ['handoff', 'escalation'],
  first_reply: ['first_response'],
  close: ['resolution', 'solution'],
};

const TABLES: Readonly<Record<string, readonly string[]>> = {
  ticket: ['conversation', 'case', 'issue', 'request', 'incident'],
  message: ['comment', 'reply', 'article', 'conversation_part', 'email'],
  ticket_event: ['event', 'history', 'audit', 'audit_log', 'changelog', 'status_change'],
  agent: ['user', 'staff', 'operator'],
  team: ['group', 'department', 'queue'],
  team_member: ['group_membership', 'membership', 'team_agent'],
  customer: ['contact', 'requester', 'client'],
  organization: ['company', 'account', 'org'],
  survey: ['satisfaction_rating', 'csat', 'rating', 'feedback'],
  calendar: ['schedule', 'business_hours'],
  calendar_exception: ['holiday'],
  chat_session: ['chat', 'session'],
  sla_target: ['sla_policy', 'sla'],
  time_entry: ['worklog', 'time_tracking', 'timesheet'],
};

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  ticket_id: ['id', 'conversation_id', 'case_id', 'issue_id'],
  message_id: ['id', 'comment_id'],
  event_id: ['id'],
  agent_id: ['id', 'user_id', 'staff_id', 'assignee_id', 'member_id'],
  customer_id: ['id', 'user_id', 'contact_id', 'requester_id'],
  team_id: ['id', 'group_id', 'department_id', 'queue_id', 'assigned_team_id'],
  org_id: ['id', 'organization_id', 'company_id', 'account_id'],
  survey_id: ['id'],
  created_at: ['opened_at', 'created', 'created_on', 'creation_date', 'date_created', 'create_date', 'created_time', 'opened'],
  closed_at: [
    'resolved_at',
    'solved_at',
    'completed_at',
    'closed',
    'closed_on',
    'close_date',
    'date_closed',
    'closed_time',
    'resolved',
    'resolution_date',
    'resolved_on',
  ],
  updated_at: ['modified_at', 'last_modified', 'updated', 'changed_at'],
  sent_at: ['created_at', 'date', 'timestamp', 'created', 'posted_at'],
  at: ['created_at', 'timestamp', 'changed_at', 'date', 'occurred_at', 'time'],
  answered_at: ['rated_at', 'responded_at', 'created_at'],
  started_at: ['created_at', 'start_time'],
  ended_at: ['closed_at', 'end_time', 'finished_at'],
  owner_id: ['assignee_id', 'assignee', 'assigned_to', 'agent_id', 'staff_id', 'responder_id', 'owner'],
  requester_id: ['customer_id', 'contact_id', 'user_id', 'submitter_id', 'requester'],
  author_id: ['user_id', 'sender_id', 'agent_id', 'author', 'from_id'],
  author_kind: ['author_type', 'sender_type', 'user_type', 'role', 'author_role'],
  created_by: ['creator_type', 'created_by_type', 'source'],
  channel: ['via', 'source', 'medium', 'origin'],
  category: ['type', 'topic', 'ticket_type', 'reason'],
  subject: ['title', 'name', 'summary'],
  status: ['state', 'ticket_status'],
  tags: ['labels', 'tag'],
  attributes: ['custom_fields', 'custom_attributes', 'fields'],
  number: ['ticket_number', 'display_id', 'reference'],
  score: ['rating', 'value', 'csat', 'csat_score'],
  form_id: ['survey_form', 'question_id'],
  visibility: ['is_public', 'public', 'private', 'is_private'],
  time_zone: ['timezone', 'tz'],
  name: ['full_name', 'display_name', 'title'],
  label: ['name', 'title'],
  field: ['field_name', 'attribute', 'property'],
  to_value: ['new_value', 'value', 'to'],
  from_value: ['old_value', 'previous_value', 'from'],
  target_seconds: ['target', 'seconds', 'duration'],
  seconds: ['duration', 'time_spent'],
  pipeline_id: ['id', 'board_id'],
  stage_id: ['id', 'status_id'],
};

/** The word of `wanted` that somebody meant who wrote another, or null. */
export const meantWord = (written: string, wanted: readonly string[]): string | null => known(written, wanted, WORDS) ?? nearest(written, wanted);

/** The same of a table's name, which people write in the plural, too. */
export const meantTable = (written: string, wanted: readonly string[]): string | null => {
  const single = written.replace(/ies$/i, 'y').replace(/s$/i, '');
  return known(written, wanted, TABLES) ?? known(single, wanted, TABLES) ?? mistyped(written, wanted);
};

/** The same of a column's name. */
export const meantColumn = (written: string, wanted: readonly string[]): string | null => known(written, wanted, COLUMNS) ?? mistyped(written, wanted);

function known(written: string, wanted: readonly string[], others: Readonly<Record<string, readonly string[]>>): string | null {
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return wanted.find((word) => word === plain) ?? wanted.find((word) => others[word]?.includes(plain)) ?? null;
}

/** A short name is the beginning of many. */
function mistyped(written: string, wanted: readonly string[]): string | null {
  return nearest(
    written,
    wanted.filter((word) => Math.abs(word.length - written.trim().length) <= 2)
  );
}
