/**
 * Something worth knowing of a helpdesk that can be read, in the backend's English. `lack`: what stays empty. `warning`: what may be wrong. `unused`: what nobody
 * reads. `note`: how it was read. `contradiction`: rows that contradict others, or belong to none. `suspicion`: rows that look as if they were read wrongly.
 */
export interface Remark {
  readonly kind: 'lack' | 'warning' | 'unused' | 'note' | 'contradiction' | 'suspicion';
  readonly text: string;
  /** One of the rows that it is about. */
  readonly example?: string;
  /** What mends it, in a line. */
  readonly mend?: string;
  /** The rows that no answer holds, where it is about such. */
  readonly leftOut?: LeftOut;
}

/** Rows of a table that no answer holds, and why, in the backend's English. */
export interface LeftOut {
  readonly table: string;
  readonly rows: number;
  readonly reason: string;
}

/** The kinds of which something should be done. */
export const TO_MEND: ReadonlyArray<Remark['kind']> = ['contradiction', 'suspicion', 'warning', 'unused'];

/** A report that has nothing to show, and the tables that it would need. */
export interface EmptyReport {
  readonly metric: string;
  readonly label: string;
  readonly needs: readonly string[];
}

/** The layout of a helpdesk whose tables were found while the settings name another. */
export interface Proposal {
  readonly layout: string;
  /** What the tables say of its options. */
  readonly layoutOptions: Readonly<Record<string, string>>;
  /** What people call the helpdesk. */
  readonly label: string;
  /** Its version, and what it leaves empty. */
  readonly remarks: readonly Remark[];
  /** What is to be mended before it can be read; null where nothing is. */
  readonly problem: string | null;
}
