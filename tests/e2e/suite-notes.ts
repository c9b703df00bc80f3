import { type Shown, shownBy } from './suite-controls';

/** What the suite says of how it counts, with the rule worked by hand that shows it here. */
export const NOTES: readonly Shown[] = [
  ...shownBy('definitions/stages.ts', 'span: last exit − first entry', {
    'Time in a stage runs from the first entry to the last exit': 'whatever lies between',
  }),
  ...shownBy('definitions/stages.ts', 'closed again without a stage event for the reopening: the count resumes until the last message', {
    'Of a reopened ticket the count resumes': 'at a message; where the reopening left events, they say it',
  }),
  ...shownBy('definitions/turns.ts', 'bots, automatic rows, notes, forwards, drafts, campaigns, surveys and calls neither break nor start a run', {
    'Only messages of the help desk count': 'by kind, visibility and author',
  }),
  ...shownBy('definitions/turns.ts', 'the customer’s answer waits from the first row of the agents’ run', {
    'Of several messages in a row the first counts': 'for both sides',
  }),
  ...shownBy('definitions/sla.ts', 'first response by the first_reply clock’s calendar', {
    'SLA hours are those of the rule': 'each clock has the calendar of its own target',
  }),
  ...shownBy('access/surveys.test.ts', 'a Viewer, where nobody chose who sees surveys', {
    'View-only seats see no survey data, wherever they ask': 'answers, filters’ values, events, scorecards, counts',
  }),
];
