/** When Airbyte copied a row, and which copy it is. */
export const COPIED = ['_airbyte_extracted_at', '_airbyte_raw_id'] as const;

/** The newest copy of each row of a stream: Airbyte keeps the former ones where it is told to append. */
export const newest = (stream: string, columns: readonly string[]): string => `(
    SELECT ${columns.map((column) => `a.${column}`).join(', ')}, a._airbyte_extracted_at AS copied_at
    FROM ${stream} a
    WHERE NOT EXISTS (
      SELECT FROM ${stream} b
      WHERE b.id = a.id AND (b._airbyte_extracted_at, b._airbyte_raw_id) > (a._airbyte_extracted_at, a._airbyte_raw_id))
  )`;
