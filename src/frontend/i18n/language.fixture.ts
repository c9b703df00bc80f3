import { initPluginTranslations } from '@grafana/i18n';
import i18next from 'i18next';

import english from '../../locales/en-US/helpdesk-metrics-datasource.json';
import dutch from '../../locales/nl-NL/helpdesk-metrics-datasource.json';
import pluginJson from '../../plugin.json';

/** Makes texts come from a language's file, as Grafana does. */
export async function speak(language: 'en-US' | 'nl-NL'): Promise<void> {
  await initPluginTranslations(pluginJson.id);
  i18next.addResourceBundle('en-US', pluginJson.id, english);
  i18next.addResourceBundle('nl-NL', pluginJson.id, dutch);
  await i18next.changeLanguage(language);
}
