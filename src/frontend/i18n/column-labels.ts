/** The English names of the columns that records may have, by word. */
export const COLUMN_LABELS: Readonly<Record<string, string>> = {
  ticket: 'Ticket', ticket_id: 'Ticket id', subject: 'Subject', created_at: 'Created', closed_at: 'Closed', reopened_at: 'Reopened', replied_at: 'Replied',
  waited_from_at: 'Waiting since', sent_at: 'Sent', answered_at: 'Answered', first_agent_at: 'First agent message', started_at: 'Started', ended_at: 'Ended',
  first_entry_at: 'First entry', last_exit_at: 'Last exit', from_at: 'From', to_at: 'To', opened_at: 'Opened', begins_at: 'Began waiting', start_at: 'Clock started',
  due_at: 'Due', met_at: 'Met', moved_at: 'Changed', at_ms: 'At', target: 'Target', elapsed: 'Elapsed', agent_replies: 'Agent replies', nth: 'Close number',
  weight: 'Change', visits: 'Visits', run_length: 'Messages in the run', score: 'Score', has_comment: 'Comment', owner: 'Owner', author: 'Author', agent: 'Agent',
  team: 'Team', customer: 'Customer', organization: 'Organization', channel: 'Channel', pipeline: 'Pipeline', stage: 'Stage', priority: 'Priority',
  category: 'Category', status: 'Status', agent_status: 'Detailed status', availability: 'Status', direction: 'Direction', rating: 'Rating', scale: 'Scale',
  survey_form: 'Survey form', in_hours: 'Working hours', clock: 'SLA clock', policy: 'SLA policy', calendar: 'Calendar', duration: 'Duration',
  duration_sla: 'Duration in SLA hours', seconds: 'Duration',
};
