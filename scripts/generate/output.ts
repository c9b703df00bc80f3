import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file as it is to be: its path from the root, and its text. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** A kind of generated files. */
export interface Output {
  /** What they are made from, in words. */
  readonly from: string;
  readonly files: (root: string) => readonly GeneratedFile[];
  /** Folders whose files of an ending are all of this kind: what is not made any more goes. */
  readonly owns?: ReadonlyArray<{ readonly folder: string; readonly ending: string }>;
}

/** What differs between the disk and what would be generated; no text where a file is left over. */
export interface Difference {
  readonly path: string;
  readonly text: string | null;
}

/** What of an output is not on the disk as it is to be. */
export function differences({ files, owns = [] }: Output, root: string): Difference[] {
  const made = files(root);
  const paths = new Set(made.map(({ path }) => path));
  const there = owns.flatMap(({ folder, ending }) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .filter((path) => path.endsWith(ending))
          .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      : []
  );
  return [
    ...made.filter(({ path, text }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text),
    ...there.filter((path) => !paths.has(path)).map((path) => ({ path, text: null })),
  ];
}

/** Puts on the disk what differs. */
export function settle(difference: readonly Difference[], root: string): void {
  for (const { path, text } of difference) {
    const file = join(root, path);
    if (text === null) {
      rmSync(file);
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}
