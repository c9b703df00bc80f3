/** The languages that dashboards come in. */
export const LANGUAGES = ['en', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language. */
export type Text = Readonly<Record<Language, string>>;

/** The locale in which the backend names a dashboard's series: that of its titles, whoever looks. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', nl: 'nl-NL' };

/** The path of a dashboard's file in its folder: English at the top, the other languages in folders. */
export function fileIn(language: Language, name: string): string {
  return `${language === 'en' ? '' : `${language}/`}${name}.json`;
}
