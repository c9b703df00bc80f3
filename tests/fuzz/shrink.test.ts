import { shrunk } from './shrink';

describe('shrunk', () => {
  it.each<[string, unknown, (value: unknown) => boolean, unknown]>([
    [
      'a text to the part that matters',
      { call: 'query', text: `${'x'.repeat(500)}!${'y'.repeat(500)}` },
      (value) => JSON.stringify(value).includes('!'),
      { call: 'query', text: '!' },
    ],
    [
      'an object to the member that matters',
      { call: 'query', user: { role: 'Admin', login: 'a' }, org: '7' },
      (value) => JSON.stringify(value).includes('Admin'),
      { call: 'query', user: { role: 'Admin' } },
    ],
    [
      'a list to its elements that matter',
      [1, 2, 3, 4, 5, 6, 7],
      (value) => JSON.stringify(value).includes('6') && JSON.stringify(value).includes('2'),
      [2, 6],
    ],
    [
      'an address to the parameter that matters',
      { url: 'a?b=1&locale=bad&c=2' },
      (value) => JSON.stringify(value).includes('locale=bad'),
      { url: 'locale=bad' },
    ],
    [
      'a number to half of it, as far as it goes',
      { limit: 1_000 },
      (value) => (value as { limit?: number }).limit !== undefined && (value as { limit: number }).limit >= 100,
      { limit: 125 },
    ],
  ])('%s', async (_what, value, fails, least) => {
    expect(await shrunk(value, async (one) => fails(one), 500)).toEqual(least);
  });

  it('tries no more often than it may', async () => {
    let tries = 0;
    await shrunk('a'.repeat(1_000), async () => ++tries > 0, 5);
    expect(tries).toBe(5);
  });
});
