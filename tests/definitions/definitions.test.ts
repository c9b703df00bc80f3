import { Door } from './door';
import { OWNERS_AND_DIMENSIONS } from './owners';
import { RANGES } from './ranges';
import { STATE } from './states';
import { CONTROLS } from './controls';
import { SLA } from './sla';
import { CALENDARS } from './calendars';
import { STAGE_TIMES } from './stages';
import { AVAILABILITY } from './availability';
import { LOAD_AND_COVER } from './load';
import { RATINGS } from './ratings';
import { FIRST_RESPONSE } from './first-response';
import { TURNS } from './turns';
import type { Rule, Section } from './story';
import { TICKETS } from './tickets';
import { told } from './told';

/**
 * Every sentence of the definitions that decides a number, on a helpdesk so small that its answer is worked by hand (in the comment
 * above it) and in which the wrong reading would give another: asked of the built backend through its gRPC door.
 */
const SECTIONS: readonly Section[] = [
  RANGES,
  TICKETS,
  OWNERS_AND_DIMENSIONS,
  TURNS,
  FIRST_RESPONSE,
  RATINGS,
  STAGE_TIMES,
  AVAILABILITY,
  LOAD_AND_COVER,
  SLA,
  STATE,
  CALENDARS,
  CONTROLS,
];

let door: Door;
beforeAll(async () => {
  door = await Door.open();
}, 60_000);
afterAll(() => door.close());

describe.each(SECTIONS.map((section): [string, Section] => [section.title, section]))('%s', (_title, { rules }) => {
  it.each(rules.map((one): [string, Rule] => [one.rule, one]))(
    '%s',
    async (_rule, one) => {
      expect(told(await door.ask(one.desk, one.ask, one.period, one.by), one)).toEqual(one.is);
    },
    30_000
  );
});
