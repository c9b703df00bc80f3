import CopyWebpackPlugin from 'copy-webpack-plugin';
import { join } from 'node:path';
import ReplaceInFilePlugin from 'replace-in-file-webpack-plugin';
import type { Configuration } from 'webpack';
import { merge } from 'webpack-merge';

import grafanaConfig, { type Env } from './.config/webpack/webpack.config';

/** What the backend keeps in the same dist, its stores included: `npm run dev` must not clean it away at each change. */
const BACKEND = /(^|\/)(gpx_helpdesk_metrics_|backend\.js|forecaster\.js|mstl_bg\.wasm$|duckdb(\/|$)|node-path$|data(\/|$))/;

type Rule = NonNullable<NonNullable<Configuration['module']>['rules']>[number];

/** The scaffold compiles JSX to calls of a global React, which Grafana has not: its loader is told to import the runtime instead. */
function withJsxRuntime(rule: Rule): Rule {
  const use = typeof rule === 'object' && rule ? rule.use : null;
  if (typeof use !== 'object' || !use || !('loader' in use) || use.loader !== 'swc-loader' || typeof use.options !== 'object') {
    return rule;
  }
  const { jsc } = use.options as { jsc?: object };
  return { ...(rule as object), use: { ...use, options: { ...use.options, jsc: { ...jsc, transform: { react: { runtime: 'automatic' } } } } } };
}

/** The scaffold puts version and date into dist's files, wherever webpack writes: here where `--env output=<folder>` says. */
function withOutput(base: Configuration, folder: string): Configuration {
  for (const plugin of base.plugins ?? []) {
    if (plugin instanceof ReplaceInFilePlugin) {
      (plugin as unknown as { options: Array<{ dir: string }> }).options.forEach((option) => (option.dir = folder));
    }
  }
  return { ...base, output: { ...base.output, path: folder } };
}

/** Grafana's own configuration, beside a backend. */
const config = async (env: Env): Promise<Configuration> => {
  const scaffold = await grafanaConfig(env);
  const base = typeof env.output === 'string' ? withOutput(scaffold, env.output) : scaffold;
  // plugin.json includes dashboards that one chooses on; the public ones are there to be provisioned, the schemas to write files by
  const dashboards = new CopyWebpackPlugin({
    patterns: ['dashboards', 'public-dashboards', 'health-dashboards', 'schemas'].map((folder) => ({
      from: '**/*.json',
      context: join(__dirname, folder),
      to: folder,
    })),
  });
  // the scaffold's cache knows only the scaffold's own configuration
  const cache: Configuration['cache'] = { type: 'filesystem', buildDependencies: { root: [join(__dirname, 'webpack.config.ts')] } };
  // a number may be 0, for which the scaffold's integrity plugin writes no hash: browsers complain of "undefined"
  return merge(
    { ...base, module: { ...base.module, rules: base.module?.rules?.map(withJsxRuntime) } },
    { cache, optimization: { chunkIds: 'named' }, performance: { hints: false }, output: { clean: { keep: BACKEND } }, plugins: [dashboards] }
  );
};

export default config;
