import type { Plan } from '../../query/plan';
import { type Sql, sql } from '../../query/sql';
import type { Notice } from '../../query/validate';
import type { StoreLease } from '../../store/store';
import { told } from '../../../shared/echo';
import { SettingsError } from '../../../shared/settings';
import type { Caller } from '../access/caller';
import { type Misnomer, misnomers, type Named } from './check-settings';
import type { Instance } from '../instance';
import { asProblem } from '../access/problem';
import { reader } from '../access/reader';
import { onceALoad } from '../once-a-load';

/** Who reads here: of all that is read only names near to those in the settings are ever told. */
const OURSELVES: Caller = { kind: 'person', role: 'Admin', alert: false };

const TEAMS = sql`SELECT id, name FROM dim_team WHERE ix > 0 ORDER BY ix`;

/** What the helpdesk has of what settings name. */
const named = onceALoad(readNamed);

/** The misnomers in a data source's settings, as the leased facts show them. */
export async function settingsMisnomers(instance: Instance, lease: StoreLease): Promise<readonly Misnomer[]> {
  const { settings } = instance;
  if (
    !settings.defaultCalendar &&
    settings.slaTargets.length === 0 &&
    settings.targets.every(({ team }) => team === null) &&
    Object.keys(settings.agentCalendars).length === 0 &&
    Object.keys(settings.topBox).length === 0
  ) {
    return misnomers(settings, { calendars: [], agents: [], scales: [], teams: new Map() });
  }
  return misnomers(settings, await named(instance, lease));
}

/** Of a calendar that is only referred to nobody knows the time zone. */
async function readNamed(instance: Instance, lease: StoreLease): Promise<Named> {
  // no caller's signal: whoever comes meanwhile waits for the same read, also where the first one leaves
  const read = reader(instance, lease, OURSELVES);
  const column = async (statement: Sql, name: string): Promise<string[]> => {
    const table = await read(statement);
    return Array.from(table.column(name) ?? [], String).slice(0, table.rows);
  };
  const [calendars, agents, scales, teams, teamNames] = await Promise.all([
    column(sql`SELECT id FROM dim_calendar WHERE ix > 0 AND time_zone IS NOT NULL`, 'id'),
    column(sql`SELECT id FROM dim_agent WHERE ix > 0`, 'id'),
    column(sql`SELECT id FROM dim_scale WHERE ix > 0`, 'id'),
    column(TEAMS, 'id'),
    column(TEAMS, 'name'),
  ]);
  return { calendars, agents, scales, teams: new Map(teams.map((id, i) => [id, teamNames[i]])) };
}

/** What a panel is told of misnomers that make its numbers wrong; a rule, which sees no notices, gets an error. */
export function misnomerNotices(found: readonly Misnomer[], planned: Plan, caller: Caller): Notice[] {
  const spoiling = found.filter(({ spoils }) => spoils(planned));
  if (caller.alert && spoiling.length > 0) {
    throw new SettingsError(told(spoiling, ({ sentence }) => sentence));
  }
  // which agent or calendar it is, administrators alone are told
  const texts = new Set(spoiling.slice(0, 3).map(({ sentence }) => asProblem(new SettingsError(sentence), caller).message));
  return [...texts].map((text): Notice => ({ severity: 'warning', text }));
}
