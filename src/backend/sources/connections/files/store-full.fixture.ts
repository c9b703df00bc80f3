import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';

import { createCanonicalTables } from '../../../canonical/duckdb';
import { NEW_FILE } from '../../../store/load/build-facts';
import { loadError } from '../../../store/load/load-error';
import { NEVER } from '../../testing/target';
import { createFilesSource } from './files-source';

/** A process for a test that limits how large its files may become: loads a source into a store's file, and says why that failed. Arguments: the source's path, the store's folder. */
async function main([path, folder]: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '256MB' });
  const connection = await instance.connect();
  await connection.run(`ATTACH '${join(folder, 'staging.duckdb')}' AS staging ${NEW_FILE}`);
  for (const statement of createCanonicalTables('staging.main')) {
    await connection.run(statement);
  }
  const fault = await createFilesSource({ path })
    .load({ connection, schema: 'staging.main', folder }, NEVER, () => undefined)
    .then(() => null, loadError);
  process.stdout.write(fault === null ? 'loaded' : `${fault.category}: ${fault.message}`);
}

void main(process.argv.slice(2));
