import { countries, publicHolidays } from './holidays';

const ask = (query: string) => publicHolidays(new URLSearchParams(query));

describe('public holidays', () => {
  it.each<[string, Array<[string, string]>]>([
    [
      'country=NL&from=2026-04-01&to=2026-05-20&locale=nl-NL',
      [
        ['2026-04-05', 'Pasen'],
        ['2026-04-06', 'Tweede paasdag'],
        ['2026-04-27', 'Koningsdag'],
        ['2026-05-14', 'Hemelvaartsdag'],
      ],
    ],
    ['country=DE&region=BY&from=2026-11-01&to=2026-11-30&locale=en', [['2026-11-01', "All Saints' Day"]]],
    ['country=DE&region=BE&from=2026-11-01&to=2026-11-30', []],
    [
      'country=US&from=2026-07-01&to=2026-07-31&locale=en',
      [
        ['2026-07-03', 'Independence Day (substitute day)'],
        ['2026-07-04', 'Independence Day'],
      ],
    ],
  ])('%s', async (query, expected) => {
    expect((await ask(query)).map(({ date, name }) => [date, name])).toEqual(expected);
  });

  it.each([
    ['', 'Name a country, such as country=NL.'],
    ['country=XX', 'No holidays are known for the country "XX": it is named by two letters, such as NL.'],
    ['country=DE&region=QQ', '"DE" has no region "QQ". It has: BB, BE,'],
    ['country=constructor', 'No holidays are known for the country "constructor"'],
    ['country=__proto__', 'No holidays are known for the country "__proto__"'],
    ['country=DE&region=constructor', '"DE" has no region "constructor". It has: BB, BE,'],
    [`country=${'x'.repeat(900)}`, 'No holidays are known for the country "xxx'],
    ['country=NL&from=2026-02-31', '"from" is "2026-02-31", not a date such as 2026-12-25.'],
    ['country=NL&from=0001-01-01&to=0002-01-01', 'Holidays are given from 1900 to 2200'],
    ['country=NL&from=soon', '"from" is "soon", not a date such as 2026-12-25.'],
    ['country=NL&from=1900-01-01&to=2026-01-01', 'Holidays are given for at most 30 years'],
  ])('refuses "%s" in a sentence', async (query, sentence) => {
    await expect(ask(query)).rejects.toThrow(sentence);
  });

  it.each(['bad locale', 'constructor\t', '', 'x-', 'en_US', '😀', 'i-klingon'])('answers in English where %j is no language', async (locale) => {
    expect(await countries(locale)).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'NL', name: expect.stringMatching(/Netherlands/) as string })])
    );
    expect(await ask(`country=NL&from=2026-12-25&to=2026-12-25&locale=${encodeURIComponent(locale)}`)).toHaveLength(1);
  });

  it('lists countries and regions in the reader’s language', async () => {
    expect(await countries('nl-NL')).toEqual(
      expect.arrayContaining([
        { id: 'NL', name: 'Nederland', regions: expect.any(Array) },
        expect.objectContaining({ id: 'DE', regions: expect.arrayContaining([{ id: 'BY', name: 'Bayern' }]) }),
      ])
    );
  });
});
