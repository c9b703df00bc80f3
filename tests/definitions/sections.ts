import { ASKED_OTHERWISE } from './asked-otherwise';
import { OWNERS_AND_DIMENSIONS } from './owners';
import { RANGES } from './ranges';
import { STATE } from './states';
import { TIME_ASKED } from './asked';
import { CONTROLS } from './controls';
import { SLA } from './sla';
import { CALENDARS } from './calendars';
import { STAGE_TIMES } from './stages';
import { AVAILABILITY } from './availability';
import { LOAD_AND_COVER } from './load';
import { RATINGS } from './ratings';
import { FIRST_RESPONSE } from './first-response';
import { TURNS } from './turns';
import { TICKETS } from './tickets';
import type { Section } from './story';

/** Every section of docs/definitions.md that is put to the test, in its order. */
export const SECTIONS: readonly Section[] = [
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
  ASKED_OTHERWISE,
  STATE,
  TIME_ASKED,
  CALENDARS,
  CONTROLS,
];
