import { isTimeZone, zoneHint } from '../../calendar/zone';
import type { Plan } from '../../query/plan';
import { quoted, told } from '../../../shared/echo';
import { suggestion } from '../../../shared/nearest';
import { durationMs } from '../../../shared/formats';
import { type Settings, SettingsError } from '../../../shared/settings';
import { STATUS_KINDS } from '../../../shared/words';

/** A setting that names nothing, in a sentence, and whose answers it makes wrong: those of an alert rule become errors. */
export interface Misnomer {
  readonly sentence: string;
  readonly spoils: (plan: Plan) => boolean;
}

/** What the helpdesk has, as far as settings name it. */
export interface Named {
  readonly calendars: readonly string[];
  readonly agents: readonly string[];
  readonly scales: readonly string[];
  /** Names by id. */
  readonly teams: ReadonlyMap<string, string>;
}

/** Throws a SettingsError where settings name what cannot be, whatever the helpdesk holds. */
export function checkWritten({
  source,
  tables,
  timeZone,
  calendars,
  slaTargets,
  targets,
  pausingStatuses,
  topBox,
}: Pick<Settings, 'source' | 'tables' | 'timeZone' | 'calendars' | 'slaTargets' | 'targets' | 'pausingStatuses' | 'topBox'>): void {
  const faults: string[] = [];
  for (const [setting, zone] of [
    ['timeZone', timeZone],
    ['source.databaseTimeZone', source.databaseTimeZone],
  ]) {
    if (!isTimeZone(zone)) {
      faults.push(`The setting "${setting}" ${quoted(zone)} is not a time zone.${zoneHint(zone) || ' Use an IANA name such as Europe/Amsterdam.'}`);
    }
  }
  faults.push(
    ...Object.entries(tables)
      .filter(([, { table }]) => table !== undefined && source.type === 'files')
      .map(([name]) => `The setting "tables.${name}" names a table, which only a database has: this helpdesk is read from files. Name a file.`)
  );
  const promised = slaTargets.map(({ policy, clock, priority }) => JSON.stringify([policy, clock, priority]));
  faults.push(
    ...slaTargets
      .filter((_, i) => promised.indexOf(promised[i]) !== i)
      .map(
        ({ clock, priority }) =>
          `The setting "slaTargets" has two targets of ${quoted(clock)} for ${priority === null ? 'every priority' : `the priority ${quoted(priority)}`}: keep one.`
      )
  );
  const wanted = targets.map(({ value: _, ...rest }) => JSON.stringify(rest));
  faults.push(
    ...targets
      .filter((_, i) => wanted.indexOf(wanted[i]) !== i)
      .map(
        ({ metric, team }) =>
          `The setting "targets" has two targets of ${quoted(metric)} for ${team === null ? 'everybody' : `the team ${quoted(team)}`}, the same hours and the same statistic: keep one.`
      )
  );
  const twice = calendars.map(({ id }) => id).filter((id, i, ids) => ids.indexOf(id) !== i);
  faults.push(...[...new Set(twice)].map((id) => `The setting "calendars" has more than one calendar ${quoted(id)}: keep one.`));
  faults.push(
    ...pausingStatuses
      .filter((status) => !STATUS_KINDS.some((word) => word === status))
      .map((status) => `The setting "pausingStatuses" has ${quoted(status)}, which is no status.${suggestion(status, STATUS_KINDS)}`)
  );
  faults.push(
    ...Object.keys(topBox)
      .filter((scale) => !isScale(scale))
      .map((scale) => `The setting "topBox" has ${quoted(scale)}, which is no scale: a scale is its least and its greatest rating, such as "1-5".`)
  );
  if (faults.length > 0) {
    throw new SettingsError(told(faults, (fault) => fault));
  }
}

function isScale(text: string): boolean {
  const match = /^(-?\d+(?:\.\d+)?)-(-?\d+(?:\.\d+)?)$/.exec(text);
  return match !== null && Number(match[1]) < Number(match[2]);
}

/** The settings that name nothing that the helpdesk has, or that contradict each other. */
export function misnomers(
  {
    defaultCalendar,
    agentCalendars,
    slaTargets,
    targets,
    topBox,
    maxAge,
    refreshInterval,
  }: Pick<Settings, 'defaultCalendar' | 'agentCalendars' | 'slaTargets' | 'targets' | 'topBox' | 'maxAge' | 'refreshInterval'>,
  has: Named
): Misnomer[] {
  const found: Misnomer[] = [];
  const add = (sentence: string, spoils: (plan: Plan) => boolean = () => false): void => void found.push({ sentence, spoils });
  if (defaultCalendar && !has.calendars.includes(defaultCalendar)) {
    add(
      `The setting "defaultCalendar" names the calendar ${quoted(defaultCalendar)}, which neither the helpdesk nor the settings have.${suggestion(defaultCalendar, has.calendars)}`,
      readsCalendars
    );
  }
  for (const calendar of new Set(slaTargets.flatMap((target) => target.calendar ?? []))) {
    if (!has.calendars.includes(calendar)) {
      add(
        `The setting "slaTargets" names the calendar ${quoted(calendar)}, which neither the helpdesk nor the settings have.${suggestion(calendar, has.calendars)}`,
        ({ metric, query }) => metric.needs.includes('sla_target') || query.hours === 'sla'
      );
    }
  }
  for (const team of new Set(targets.flatMap((one) => one.team ?? []))) {
    if (!has.teams.has(team)) {
      const called = [...has.teams].find(([, name]) => name.toLowerCase() === team.toLowerCase());
      const hint = called ? ` Did you mean "${called[0]}", the id of ${quoted(called[1])}?` : suggestion(team, [...has.teams.keys()]);
      // one that is gone is no reason to stop an alert
      add(`The setting "targets" names the team ${quoted(team)}, which the helpdesk does not have: a team is named by its id.${hint}`);
    }
  }
  const given = Object.entries(agentCalendars);
  if (given.length > 0 && has.agents.length === 0) {
    add(`The setting "agentCalendars" names ${given.length === 1 ? 'an agent' : `${given.length} agents`}, and the helpdesk has no agents at all.`);
  }
  for (const [agent, calendar] of given) {
    if (!has.calendars.includes(calendar)) {
      add(
        `The setting "agentCalendars" gives the agent ${quoted(agent)} the calendar ${quoted(calendar)}, which neither the helpdesk nor the settings have.${suggestion(calendar, has.calendars)}`,
        readsCalendars
      );
    }
    // one who has left is no reason to stop an alert
    if (has.agents.length > 0 && !has.agents.includes(agent)) {
      add(
        `The setting "agentCalendars" names the agent ${quoted(agent)}, whom the helpdesk does not have: it is keyed by the agents’ ids.${suggestion(agent, has.agents)}`
      );
    }
  }
  for (const scale of has.scales.length > 0 ? Object.keys(topBox) : []) {
    if (!has.scales.includes(scale)) {
      add(
        `The setting "topBox" names the scale ${quoted(scale)}, which no survey of the helpdesk has.${suggestion(scale, has.scales)}`,
        ({ metric }) => metric.fact === 'survey_fact'
      );
    }
  }
  if (durationMs(maxAge) < durationMs(refreshInterval)) {
    add(`The setting "maxAge" (${maxAge}) is shorter than "refreshInterval" (${refreshInterval}): between refreshes alert rules would get errors.`);
  }
  return found;
}

/** Whether an answer depends on who works when. */
function readsCalendars({ query, metric }: Plan): boolean {
  const fields: readonly string[] = [...(query.groupBy ?? []), ...query.filters.map(({ field }) => field)];
  return (
    query.hours === 'sla' ||
    metric.needs.includes('calendar') ||
    fields.includes('in_hours') ||
    fields.includes('asked_in_hours') ||
    fields.includes('calendar')
  );
}
