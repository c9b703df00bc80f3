import { forRules, idOfValue, namesIn } from './names';

it.each([
  ['en-US', '1 h – 4 h', '> 3 d', '≤ 30 min'],
  ['nl-NL', '1 u – 4 u', '> 3 d', '≤ 30 min'],
])('calls bands of durations as %s calls their units', (locale, ...called) => {
  const { value } = namesIn(locale);
  expect(['1h..4h', '>3d', '<=30m'].map((id) => value('duration_band', id, id))).toEqual(called);
});

it('leaves a band without a duration to the translation, and what is no band as it is', () => {
  const { value } = namesIn('nl-NL');
  expect([value('duration_band', null, '(none)'), value('duration_band', 'other', 'Other')]).toEqual(['(geen)', 'Other']);
});

it.each([
  ['en-US', ['Web form', 'High', 'Waiting for customer', 'Busy', 'Billing']],
  ['nl-NL', ['Webformulier', 'Hoog', 'Wacht op klant', 'Bezet', 'Billing']],
])('calls what most helpdesks have in %s, and leaves what is the helpdesk’s own', (locale, called) => {
  const { value } = namesIn(locale);
  expect([
    value('channel', 'web_form', 'web_form'),
    value('priority', 'HIGH', 'HIGH'),
    value('status', 'waiting_customer', 'Waiting for customer'),
    value('availability', 'busy', 'Busy'),
    value('team', '7', 'Billing'),
  ]).toEqual(called);
});

it.each(['constructor', 'none', 'walk-in'])('leaves an id %s as it is', (id) => {
  expect([namesIn('nl-NL'), namesIn('en-US')].map(({ value }) => value('channel', id, id))).toEqual([id, id]);
});

it('keeps the ids of values in the labels of alert rules, in every language', () => {
  const { value, metric } = forRules(namesIn('nl-NL'));
  expect([value('channel', 'web_form', 'web_form'), value('weekday', '1', 'Monday'), metric('backlog')]).toEqual(['web_form', 'Monday', 'Openstaande tickets']);
});

it.each([
  ['direction', 'Sent', 'sent'],
  ['availability', 'Busy', 'busy'],
  ['channel', 'web_form', 'web_form'],
  ['team', 'Billing', 'Billing'],
] as const)('knows the id of a value of %s by its name', (dimension, name, id) => expect(idOfValue(dimension, name)).toBe(id));
