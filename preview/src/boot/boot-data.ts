import { config } from '@grafana/runtime';

/** A dashboard as lists show it. */
export interface ListedDashboard {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
}

/** The dashboards that the server has. */
export function dashboards(): readonly ListedDashboard[] {
  return (config.bootData as unknown as { dashboards: ListedDashboard[] }).dashboards;
}

/** The user's language. */
export function language(): string {
  return config.bootData.user.language;
}
