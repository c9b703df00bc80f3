/** For `t`: React escapes what it shows, i18next need not. */
export const PLAIN = { interpolation: { escapeValue: false } } as const;
