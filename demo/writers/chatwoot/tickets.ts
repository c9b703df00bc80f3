/** The tickets that Chatwoot has a place for: it merges no conversations, and marks none as a test, imported or deleted. */
export const TOLD = `
  SELECT * FROM canonical_ticket
  WHERE merged_into_id IS NULL AND NOT is_deleted AND NOT is_test AND NOT is_imported`;
