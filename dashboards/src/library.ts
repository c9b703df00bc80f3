/** What programs of others take of the dashboards, as the package that `npm run builders` makes. */
export type { HelpdeskQuery } from '../../src/shared/query';
export { type Board, dashboard, type Section } from './board';
export type { Edition } from './edition';
export { BOARDS } from './index';
export { type Language, LANGUAGES, type Text } from './language';
export type { PanelKind, PanelSpec } from './panels/spec';
export type { PanelQuery } from './query';
