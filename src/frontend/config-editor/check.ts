import { t } from '@grafana/i18n';

import { isDate, isDuration, isSize, isTicketUrl, isTimeOfDay } from '../../shared/formats';
import { WHOLE_BOUNDS } from '../../shared/setting-defaults';
import { PLAIN } from '../i18n/plain';

/** What is wrong with a typed text, in a sentence; null where it is right. */
export type Check = (text: string) => string | null;

/** A duration such as 30s. */
export const checkDuration: Check = (text) => (isDuration(text) ? null : t('config.check.duration', 'Write a number and a unit: 30s, 5m, 1h or 1d.'));

/** A size of memory such as 1GB. */
export const checkSize: Check = (text) => (isSize(text) ? null : t('config.check.size', 'Write a number and a unit: 512MB or 1GB.'));

/** Where a ticket is in the helpdesk. */
export const checkTicketUrl: Check = (text) =>
  isTicketUrl(text)
    ? null
    : t('config.check.ticket-url', 'Write an address with {{id}} or {{number}} in it, without spaces and $.', { id: '{id}', number: '{number}', ...PLAIN });

/** A network port. */
export const checkPort: Check = (text) => checkWhole(text, WHOLE_BOUNDS.port);

/** How many threads a store may use. */
export const checkThreads: Check = (text) => checkWhole(text, WHOLE_BOUNDS.threads);

/** A share from 0 to 1. */
export const checkShare: Check = (text) =>
  /^\d*\.?\d+$/.test(text) && Number(text) <= 1 ? null : t('config.check.share', 'Write a number from 0 to 1, such as 0.75.');

/** Hours of a day. */
export const checkHours: Check = (text) =>
  /^\d*\.?\d+$/.test(text) && Number(text) > 0 && Number(text) <= 24
    ? null
    : t('config.check.hours', 'Write a number of hours above 0 and up to 24, such as 8.');

/** A calendar day. */
export const checkDate: Check = (text) => (isDate(text) ? null : t('config.check.date', 'Write a date such as 2026-12-25.'));

/** The end of a day, at which no hours begin. */
const MIDNIGHT = '24:00';

/** When hours begin. */
export const checkStart: Check = (text) => (isTimeOfDay(text) && text !== MIDNIGHT ? null : t('config.check.start', 'Write a time such as 09:00.'));

/** When hours end: 24:00 is the end of the day. */
export const checkEnd: Check = (text) => (text === MIDNIGHT ? null : checkStart(text));

/** An IANA time zone. */
export const checkZone: Check = (text) =>
  isZone(text) ? null : t('config.check.zone', 'There is no time zone “{{text}}”. Choose one such as Europe/Amsterdam.', { text, ...PLAIN });

function checkWhole(text: string, { least, most }: { readonly least: number; readonly most: number }): string | null {
  return /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
    ? null
    : t('config.check.whole', 'Write a whole number from {{least}} to {{most}}.', { least, most });
}

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '' && /^[A-Z]/i.test(text);
  } catch {
    return false;
  }
}

/** A year of four digits. */
export const checkYear: Check = (text) => (/^(19|20|21)\d\d$/.test(text) ? null : t('config.check.year', 'Write a year such as 2026.'));
