import type { Configuration } from 'webpack';
import { merge } from 'webpack-merge';

import grafanaConfig, { type Env } from './.config/webpack/webpack.config';

/** Grafana's own configuration; the backend is built into the same dist afterwards (scripts/build-backend.ts). */
const config = async (env: Env): Promise<Configuration> => {
  const base = await grafanaConfig(env);
  return merge(base, { performance: { hints: false } });
};

export default config;
