import { initPluginTranslations } from '@grafana/i18n';

import pluginJson from './plugin.json';

// Grafana loads src/locales for the languages that plugin.json names; texts are looked up from here on
await initPluginTranslations(pluginJson.id);

export { plugin } from './frontend/plugin';
