import { ASSIGNMENT } from './assignment';
import { CLOSE_TIMES } from './close-times';
import { HOLDING } from './holding';
import type { Section } from './story';
import { TIME_SPENT } from './time-spent';

/** docs/definitions.md, "Time, asked otherwise". */
export const ASKED_OTHERWISE: Section = { title: 'Time, asked otherwise', rules: [...CLOSE_TIMES, ...ASSIGNMENT, ...HOLDING, ...TIME_SPENT] };
