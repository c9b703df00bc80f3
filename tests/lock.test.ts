import lock from '../package-lock.json';
import previewLock from '../preview/package-lock.json';

/** A lock with holes is refused by `npm ci`: npm leaves out, without a word, what the registry in use lacks. */
describe.each([
  ['package-lock.json', lock.packages],
  ['preview/package-lock.json', previewLock.packages],
])('%s', (_name, held) => {
  const packages = Object.entries(held as Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }>);

  it('holds the package of every platform', () => {
    const names = new Set(packages.map(([path]) => path.replace(/^.*node_modules\//, '')));
    const missing = packages.flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {})
        .filter((name) => !names.has(name))
        .map((name) => `${path} → ${name}`)
    );
    expect(missing).toEqual([]);
  });

  it('names no registry host', () => {
    expect(packages.filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([]);
  });
});
