import { parseQuery } from '.';
import { unreplaced } from './unreplaced';

const filter = (...values: string[]) => ({ metric: 'csat', filters: [{ field: 'category', values }] });

describe('a variable that nobody replaced', () => {
  it.each(['$vip', '$100', '$5k', '[[vip]]', 'a$b', '${', '$', '{vip}'])('is no value such as %s, of a dashboard or of a rule', (value) => {
    for (const isRule of [false, true]) {
      expect(unreplaced(filter(value), isRule)).toBeNull();
      expect(parseQuery(filter(value), { isRule }).filters[0].values).toEqual([value]);
    }
  });

  it.each(['${vip}', '${vip:csv}', '${__from:date:YYYY-MM}', '${team.name:raw}', 'team ${vip}'])(
    'is %s where a rule asks for it, and nowhere else',
    (value) => {
      expect(unreplaced(filter('a', value), false)).toBeNull();
      expect(unreplaced(filter('a', value), true)).toEqual({ place: 'filters[0].values[1]', text: value });
      expect(() => parseQuery(filter('a', value), { isRule: true })).toThrow(
        `"filters[0].values[1]" is the variable ${value}, which was not replaced by a value. Variables work on dashboards`
      );
    }
  );

  it.each<[object, string]>([
    [{ metric: '$metric' }, 'metric'],
    [{ metric: 'csat', hours: '$hours' }, 'hours'],
    [{ metric: 'csat', groupBy: ['team', '$by'] }, 'groupBy[1]'],
    [{ metric: 'csat', limit: '[[top]]' }, 'limit'],
    [{ metric: 'csat', filters: [{ field: '$field', values: ['a'] }] }, 'filters[0].field'],
    [{ metric: 'csat', timeZone: '${zone}' }, 'timeZone'],
  ])('is any that stands for a word: %j', (query, place) => {
    expect(unreplaced(query, false)?.place).toBe(place);
    expect(() => parseQuery(query)).toThrow(`"${place}" is the variable`);
  });
});
