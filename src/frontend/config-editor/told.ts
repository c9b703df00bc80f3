import { t } from '@grafana/i18n';

import { LAYOUT_CHOICES, type LayoutChoice } from '../../shared/layouts';
import { SETTING_DEFAULTS } from '../../shared/setting-defaults';
import { fixedValueName, metricName } from '../i18n/catalog-names';
import { PLAIN } from '../i18n/plain';
import { isJson, type Json, listOf, read, textOf } from './draft';
import { pausingOf, sourceNames, weekStartNames } from './setting-words';

/** So many things are named in a heading; more are counted. */
const NAMED = 4;

/** Where the tables are read from, in a heading. */
export function toldSource(json: Json): string {
  const [type, layout] = [textOf(read(json, ['source', 'type'])), textOf(read(json, ['source', 'layout']))];
  const connection = new Map<string, string>(Object.entries(sourceNames())).get(type);
  const choices: Readonly<Record<string, LayoutChoice | undefined>> = LAYOUT_CHOICES;
  const place = type === 'files' ? ['path'] : ['host', 'database'];
  return connection === undefined
    ? t('config.told.no-source', 'Nothing is chosen yet')
    : together([connection, choices[layout]?.label ?? layout, ...place.map((key) => textOf(read(json, ['source', key])))]);
}

/** Zone, week and working day, in a heading. */
export function toldTime(json: Json): string {
  const day = textOf(json.weekStart ?? SETTING_DEFAULTS.weekStart);
  const names: Readonly<Record<string, string>> = weekStartNames();
  const hours = textOf(json.hoursPerWorkday ?? SETTING_DEFAULTS.hoursPerWorkday);
  return together([
    textOf(json.timeZone ?? SETTING_DEFAULTS.timeZone),
    names[day] ?? day,
    t('config.told.workday', '{{hours}} hours a working day', { hours, ...PLAIN }),
  ]);
}

/** Which calendars there are besides the helpdesk's, in a heading. */
export function toldCalendars(json: Json): string {
  return named(listOf(json.calendars).map(({ name, id }) => textOf(name) || textOf(id)));
}

/** What is promised and what pauses, in a heading. */
export function toldSla(json: Json): string {
  const statuses = named(pausingOf(json).map((status) => fixedValueName('status', status) ?? status));
  const targets = listOf(json.slaTargets).length;
  return together([
    targets === 0 ? '' : t('config.told.sla-targets', 'Targets of its own: {{targets}}', { targets }),
    t('config.told.pausing', 'Paused by: {{statuses}}', { statuses, ...PLAIN }),
  ]);
}

/** Which numbers have a target, in a heading. */
export function toldTargets(json: Json): string {
  return named([...new Set(listOf(json.targets).map(({ metric }) => metricName(textOf(metric))))]);
}

/** Which tables come from elsewhere, in a heading. */
export function toldOwnTables(json: Json): string {
  return named(isJson(json.tables) ? Object.keys(json.tables) : []);
}

/** What else is an answer, and when a conversation begins anew, in a heading. */
export function toldConversations(json: Json): string {
  const anew = textOf(json.newConversationAfter);
  const answers = Array.isArray(json.answers) ? json.answers.length : 0;
  return together([
    answers === 0
      ? t('config.told.replies', 'Only public replies are answers')
      : t('config.told.more-answers', 'Kinds of answer besides replies: {{answers}}', { answers }),
    anew === '' ? '' : t('config.told.anew', 'Anew after {{silence}}', { silence: anew, ...PLAIN }),
  ]);
}

/** Who sees ratings, in a heading. */
export function toldSurveys(json: Json): string {
  return t('config.told.surveys', 'Seen by {{role}} and above', { role: textOf(json.surveyRole ?? SETTING_DEFAULTS.surveyRole), ...PLAIN });
}

/** How often the helpdesk is read, in a heading. */
export function toldStore(json: Json): string {
  return together([
    t('config.told.refresh', 'Read every {{interval}}', { interval: textOf(json.refreshInterval) || SETTING_DEFAULTS.refreshInterval, ...PLAIN }),
    textOf(read(json, ['store', 'directory'])),
  ]);
}

function together(parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ');
}

function named(names: readonly string[]): string {
  const more = names.length - NAMED;
  return names.length === 0
    ? t('config.told.none', 'None')
    : `${names.slice(0, NAMED).join(', ')}${more > 0 ? t('config.told.more', ' and {{more}} more', { more }) : ''}`;
}
