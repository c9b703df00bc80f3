import { isDamage } from '../../duckdb/is-damage';
import { text } from '../../duckdb/sql-text';
import type { Logger } from '../../log';
import { expectedSize } from '../attach';
import type { Database } from '../database';
import type { Patiently } from '../facts-files';
import { isLocked } from '../folder/folder-lock';
import { fileSize, generationsIn, removeFile, storeFile } from '../folder/store-files';
import { readRowsMeta, type RowsMeta } from './rows-meta';

/** Rows that are kept, attached. */
export interface Rows {
  readonly number: number;
  /** The name of the attached database, and its schema that holds them: `rows_3` and `rows_3.main`. */
  readonly database: string;
  readonly schema: string;
  readonly meta: RowsMeta;
}

const attachedName = (number: number): string => `rows_${number}`;

/** The file of canonical rows in a store’s folder, while it is held: none, or one that is attached and may be changed. */
export class KeptRows {
  private kept: Rows | null = null;

  constructor(
    private readonly folder: string,
    private readonly database: Database,
    private readonly fingerprint: string,
    private readonly logger: Logger,
    private readonly patiently: Patiently
  ) {}

  get current(): Rows | null {
    return this.kept;
  }

  /** Takes the newest file that may be used and that `fits`; the others go. */
  async adoptNewest(fits: (meta: RowsMeta) => boolean): Promise<void> {
    for (const number of await generationsIn(this.folder, 'rows')) {
      const isAttached = this.kept === null ? await this.attach(number, fits) : false;
      if (isAttached === false && number !== this.kept?.number) {
        await this.remove(number);
      }
    }
  }

  /** Takes the file that a load has made, instead of the one before. */
  async replace(number: number): Promise<void> {
    await this.drop();
    if (!(await this.attach(number, () => true))) {
      throw new Error('The rows that were read cannot be read again.');
    }
  }

  /** What the rows say of themselves now. */
  changed(meta: RowsMeta): void {
    this.kept = this.kept && { ...this.kept, meta };
  }

  /** Lets go of the rows: the next refresh reads all anew. */
  async drop(): Promise<void> {
    const former = this.kept;
    this.kept = null;
    if (former) {
      await this.remove(former.number);
    }
  }

  /** Whether a file may be used, which then is; null only when the store is closing. */
  private async attach(number: number, fits: (meta: RowsMeta) => boolean): Promise<boolean | null> {
    const found = await this.patiently(() => this.tryToAttach(number));
    if (found === null) {
      return null;
    }
    if (typeof found === 'string' || !fits(found)) {
      const why = typeof found === 'string' ? found : 'they are not those of the facts';
      this.logger.info('Rows that were kept are not used.', { generation: number, why });
      return false;
    }
    this.kept = { number, database: attachedName(number), schema: `${attachedName(number)}.main`, meta: found };
    return true;
  }

  /** Its meta, or why it cannot be used; null where somebody else has it open. */
  private async tryToAttach(number: number): Promise<RowsMeta | string | null> {
    const path = storeFile(this.folder, 'rows', number);
    const connection = await this.database.connect();
    try {
      await connection.run(`ATTACH ${text(path)} AS ${attachedName(number)}`);
      const meta = await readRowsMeta(connection, `${attachedName(number)}.main`, this.fingerprint);
      const whole = (await fileSize(path)) >= (await expectedSize(connection, attachedName(number)));
      return whole ? (meta ?? 'they are of another version or were read by other settings') : 'the file is cut short';
    } catch (error) {
      return isLocked(error) ? null : isDamage(error) ? 'the file is damaged' : 'it is no file of this plugin';
    } finally {
      this.database.disconnect(connection);
    }
  }

  private async remove(number: number): Promise<void> {
    await this.database.run(`DETACH DATABASE IF EXISTS ${attachedName(number)}`);
    await removeFile(storeFile(this.folder, 'rows', number));
  }
}
