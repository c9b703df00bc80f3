import type { ChangedTable, FoundTable, Source, SourceChanges } from './source';

/** Several sources as one, each of its own tables: those that others name come first. A source of one is that source. */
export function together(sources: readonly [Source, ...Source[]]): Source {
  const [only, ...others] = sources;
  return others.length === 0 ? only : ofSeveral(sources);
}

function ofSeveral(sources: readonly Source[]): Source {
  const telling = sources.flatMap(({ changes }) => (changes ? [changes] : []));
  return {
    async inspect(signal, remark) {
      const found: FoundTable[] = [];
      for (const source of sources) {
        found.push(...(await source.inspect(signal, remark)));
      }
      return found;
    },
    async load(target, signal, progress, remark) {
      const marks: Array<string | null> = [];
      for (const source of sources) {
        marks.push(await source.load(target, signal, progress, remark));
      }
      return marks.includes(null) ? null : JSON.stringify(marks);
    },
    // what one of them cannot tell, nobody can
    ...(telling.length === sources.length &&
      ({
        async changes(target, marks, asked, signal) {
          const before = JSON.parse(marks) as readonly string[];
          const found: SourceChanges[] = [];
          for (const [i, changes] of telling.entries()) {
            const one = await changes(target, before[i], asked, signal);
            if (one.kind === 'reload') {
              return one;
            }
            found.push(one);
          }
          return merged(found, before);
        },
      } satisfies Pick<Source, 'changes'>)),
    async close() {
      await Promise.all(sources.map((source) => source.close()));
    },
  };
}

/** What changed in any of them; none asks for a reload. */
function merged(found: readonly SourceChanges[], before: readonly string[]): SourceChanges {
  const tables: ChangedTable[] = [];
  let rows = 0;
  const marks = found.map((one, i) => {
    if (one.kind === 'rows') {
      tables.push(...one.tables);
      rows += one.rows;
    }
    return one.kind === 'reload' ? before[i] : (one.marks ?? before[i]);
  });
  const isAsBefore = marks.every((mark, i) => mark === before[i]);
  return found.some(({ kind }) => kind === 'rows')
    ? { kind: 'rows', marks: JSON.stringify(marks), tables, rows }
    : { kind: 'nothing', marks: isAsBefore ? null : JSON.stringify(marks) };
}
