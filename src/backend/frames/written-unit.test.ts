import { inUnit, writtenUnit } from './written-unit';

const choice = { asked: 'auto', isSla: false, hoursPerWorkday: 8 } as const;
const [H, D] = [3_600, 86_400];

test.each<[string, ReadonlyArray<number | null>, boolean, string]>([
  ['nothing', [null, null], false, 'minutes'],
  ['under three hours', [5, 3 * H - 1], false, 'minutes'],
  ['three hours', [5, 3 * H], false, 'hours'],
  ['under three days', [3 * D - 1, null], false, 'hours'],
  ['three days', [3 * D, 1], false, 'days'],
  ['weeks', [100 * D], false, 'days'],
  ['overdue by days', [-3 * D, H], false, 'days'],
  ['forty business hours a day for weeks', [100 * D], true, 'hours'],
  ['few business hours', [2 * H], true, 'minutes'],
])('auto of %s is written in %s', (_name, values, isSla, unit) => {
  expect(writtenUnit(values, { ...choice, isSla }).unit).toBe(unit);
});

test.each([
  [null, 144_000],
  ['minutes', 2_400],
  ['hours', 40],
  ['days', 144_000 / D],
  ['workdays', 5],
] as const)('forty hours in %s', (asked, value) => {
  expect(inUnit(144_000, writtenUnit([], { ...choice, asked }))).toBe(value);
  expect(inUnit(null, writtenUnit([], { ...choice, asked }))).toBeNull();
});

test('a working day has the hours that the settings say', () => {
  expect(inUnit(144_000, writtenUnit([], { asked: 'workdays', isSla: true, hoursPerWorkday: 7.5 }))).toBeCloseTo(5.333, 3);
});
