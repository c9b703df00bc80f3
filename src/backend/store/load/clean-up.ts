import type { Database } from '../database';
import { removeFile } from '../folder/store-files';

/** Lets go of what a load has attached, and removes its files. On a connection of its own: the load's may be in the middle of a failed transaction. */
export async function cleanUp(database: Database, databases: readonly string[], files: readonly string[]): Promise<void> {
  if (database.isClosed) {
    // a load that outlived its store: by now the folder, and files of these names, may be another store's
    return;
  }
  for (const name of databases) {
    // a full disk may fail it, which must neither keep the files that fill the disk nor hide what went wrong first
    await database.run(`DETACH DATABASE IF EXISTS ${name}`).catch(() => undefined);
  }
  for (const file of files) {
    await removeFile(file);
  }
}
