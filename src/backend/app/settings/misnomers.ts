import type { Plan } from '../../query/plan';
import { type Sql, sql } from '../../query/sql';
import type { Notice } from '../../query/validate';
import type { StoreLease } from '../../store/store';
import { told } from '../../../shared/echo';
import { SettingsError } from '../../../shared/settings';
import { type Caller, OURSELVES } from '../access/caller';
import { type Misnomer, misnomers, type Named } from './check-settings';
import type { Instance } from '../instance';
import { asProblem } from '../access/problem';
import { reader } from '../access/reader';
import { rowsOf } from '../access/rows-of';
import { onceALoad } from '../once-a-load';

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
  // of all that is read only names near to those in the settings are ever told; no caller's signal: whoever comes meanwhile waits for the same read, also where the first one leaves
  const read = reader(instance, lease, OURSELVES);
  const ids = async (statement: Sql): Promise<string[]> => rowsOf(await read(statement), ['id']).map(({ id }) => String(id));
  const [calendars, agents, scales, teams] = await Promise.all([
    ids(sql`SELECT id FROM dim_calendar WHERE ix > 0 AND time_zone IS NOT NULL`),
    ids(sql`SELECT id FROM dim_agent WHERE ix > 0`),
    ids(sql`SELECT id FROM dim_scale WHERE ix > 0`),
    read(sql`SELECT id, name FROM dim_team WHERE ix > 0 ORDER BY ix`),
  ]);
  return { calendars, agents, scales, teams: new Map(rowsOf(teams, ['id', 'name']).map(({ id, name }) => [String(id), String(name)])) };
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
