import { durationMs, isDate, isDuration, isSize, isTimeOfDay, isWrittenAsDate, megabytes } from './formats';

const taken = (is: (text: string) => boolean, ...texts: string[]) => texts.filter(is);

describe('formats', () => {
  it('takes durations', () => {
    expect(taken(isDuration, '30s', '5m', '1h', '1d', '', 's', '5', '1.5h', '5 m', '-1s', '5M')).toEqual(['30s', '5m', '1h', '1d']);
    expect(['30s', '5m', '1h', '1d'].map(durationMs)).toEqual([30_000, 300_000, 3_600_000, 86_400_000]);
  });

  it('takes sizes', () => {
    expect(taken(isSize, '512MB', '0.5gb', '1 GB', 'GB', '512', '1TB')).toEqual(['512MB', '0.5gb']);
    expect(['512MB', '0.5gb'].map(megabytes)).toEqual([512, 500]);
  });

  it('takes times of day', () => expect(taken(isTimeOfDay, '00:00', '23:59', '24:00', '24:01', '9:00', '09:60', '')).toEqual(['00:00', '23:59', '24:00']));

  it('takes dates', () => {
    expect(taken(isWrittenAsDate, '2026-02-28', '2026-02-30', '2026-2-8', '')).toEqual(['2026-02-28', '2026-02-30']);
    expect(taken(isDate, '2024-02-29', '2026-02-29', '2026-13-01', '2026-2-8', '')).toEqual(['2024-02-29']);
  });
});
