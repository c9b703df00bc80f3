import { config, locationService } from '@grafana/runtime';

/** Loads the page anew with a wish (theme, language) in its address. */
export function wish(key: 'theme' | 'lang', value: string): void {
  locationService.partial({ [key]: value }, true);
  globalThis.location.reload();
}

/** Keeps the address's wishes for the pages after this one. */
export function keepWishes(): void {
  const { theme, language, orgRole } = config.bootData.user;
  document.cookie = `preview_theme=${theme}; path=/; SameSite=Lax`;
  document.cookie = `preview_role=${orgRole}; path=/; SameSite=Lax`;
  document.cookie = `preview_lang=${language}; path=/; SameSite=Lax`;
}
