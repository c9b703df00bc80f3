import { ASSIGNMENT } from './assignment';
import { CLOSE_TIMES } from './close-times';
import type { Section } from './story';
import { TIME_SPENT } from './time-spent';

/** docs/definitions.md, "Time, asked otherwise". */
export const ASKED_OTHERWISE: Section = { title: 'Time, asked otherwise', rules: [...CLOSE_TIMES, ...ASSIGNMENT, ...TIME_SPENT] };
