import { ASSIGNMENT } from './assignment';
import type { Section } from './story';
import { TIME_SPENT } from './time-spent';

/** docs/definitions.md, "Time, asked otherwise". */
export const ASKED_OTHERWISE: Section = { title: 'Time, asked otherwise', rules: [...ASSIGNMENT, ...TIME_SPENT] };
