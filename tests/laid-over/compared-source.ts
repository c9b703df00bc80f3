import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { CANONICAL_TABLES } from '../../src/backend/canonical/tables';
import { createSource } from '../../src/backend/sources';
import type { LoadTarget, Source } from '../../src/backend/sources/source';
import type { Helpdesk } from '../oracle/model';
import { writeHelpdesk } from '../oracle/write';

/** A source whose helpdesk is set from outside. */
export interface ComparedSource extends Source {
  /** What it has, as of now. */
  helpdesk: Helpdesk;
  /** How often all was loaded. */
  loads: number;
}

/** A source that keeps no marks: to tell what changed it reads all, and lets it be compared with what is kept. `readable` is a folder that the store may read. */
export function comparedSource(helpdesk: Helpdesk, readable: string): ComparedSource {
  const read = async <Result>(work: (source: Source) => Promise<Result>): Promise<Result> => {
    const folder = await mkdtemp(join(readable, 'state-'));
    const files = createSource({ type: 'files', path: folder });
    try {
      await writeHelpdesk(source.helpdesk, folder);
      return await work(files);
    } finally {
      await files.close();
      await rm(folder, { recursive: true });
    }
  };
  const source: ComparedSource = {
    helpdesk,
    loads: 0,
    inspect: (...asked) => read((files) => files.inspect(...asked)),
    load: async (target: LoadTarget, ...asked) => {
      source.loads++;
      await read((files) => files.load(target, ...asked));
      return 'read';
    },
    changes: async (target, marks, _asked, signal) => {
      await read((files) => files.load(target, signal, () => undefined));
      return { kind: 'rows', marks, tables: CANONICAL_TABLES.map(({ name }) => ({ name, complete: 'true' })), rows: 1 };
    },
    close: async () => undefined,
  };
  return source;
}
