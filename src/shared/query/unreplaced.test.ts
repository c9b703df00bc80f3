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

  it.each(['attribute.$vip', 'attribute.price_$usd', 'attribute.[[x]]'])('is no key of a custom field such as %s', (field) => {
    const query = { metric: 'opened', groupBy: [field], filters: [{ field, values: ['a'] }] };
    expect(unreplaced(query, true)).toBeNull();
    expect(parseQuery(query, { isRule: true }).groupBy).toEqual([field]);
  });

  it('is one in a rule that groups by `${name}`', () => {
    const query = { metric: 'opened', groupBy: ['attribute.${field}'] };
    expect(unreplaced(query, false)).toBeNull();
    expect(() => parseQuery(query, { isRule: true })).toThrow('"groupBy[0]" is the variable attribute.${field}, which was not replaced by a value.');
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
