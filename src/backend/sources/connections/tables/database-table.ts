import type { CanonicalTable } from '../../../canonical/tables';
import type { ReadingRules } from '../../rows/rules';

/** What a database has of one canonical table. */
export interface DatabaseTable {
  readonly table: CanonicalTable;
  /** How messages name it. */
  readonly label: string;
  /** What stands after FROM. */
  readonly from: string;
  /** The statements whose answers it was made from; none by default. */
  readonly madeOf?: readonly string[];
  readonly columns: ReadonlyArray<{ readonly name: string }>;
  /** Rows, where the database has an estimate. */
  readonly rows: number | null;
  /** How its values are read, where that is not as those of the other tables: it is not the helpdesk’s. */
  readonly rules?: ReadingRules;
}
