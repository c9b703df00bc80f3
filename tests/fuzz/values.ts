import type { DimensionId } from '../../src/shared/words';
import type { Door } from './door';
import type { Values } from './relations';
import { send } from './send';
import type { World } from './world';

/** Dimensions of few values, each of which a row has at most once. */
const LOOKED_UP: readonly DimensionId[] = [
  'team',
  'owner',
  'channel',
  'pipeline',
  'stage',
  'priority',
  'category',
  'status',
  'organization',
  'author',
  'policy',
  'survey_form',
  'agent',
];

/** The values that the helpdesk has, of dimensions that a drop-down can show whole. */
export async function lookUp(door: Door, world: World): Promise<Values> {
  const values: Partial<Record<DimensionId, readonly string[]>> = {};
  for (const id of LOOKED_UP) {
    const {
      parts: [part],
    } = await send(door, world, { call: 'resource', path: `dimensions/${id}/values`, user: { role: 'Admin' } }, 30_000);
    const { values: all, more } = JSON.parse(part.body) as { values: ReadonlyArray<{ id: string }>; more: boolean };
    if (!more && all.length > 1) {
      values[id] = all.map(({ id: value }) => value).filter((value) => !/^\(.*\)$|^24\/7$/.test(value));
    }
  }
  return values;
}
