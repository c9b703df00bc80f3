import { performance } from 'node:perf_hooks';

import { standInLine } from '../lines';
import { forecast, type ToForecast } from './forecast';
import { forecastApart } from './forecaster';

jest.setTimeout(20_000);

const never = new AbortController().signal;
const series = (days: number, rise: number): ToForecast => ({
  values: Array.from({ length: days }, (_, day) => 100 + rise * day + (day % 7 < 5 ? 20 : -50) + ((day * 7919) % 5)),
  horizon: 7,
  frequency: 'day',
  bounds: { min: 0, max: Infinity },
});

test('what comes of the thread is what the forecast is', async () => {
  const asked = series(70, 1);
  expect(await forecastApart(asked, never)).toEqual(forecast(asked.values, asked.horizon, asked.frequency, asked.bounds));
  expect(await forecastApart(series(5, 1), never)).toBeNull();
});

test('the event loop goes on meanwhile', async () => {
  await forecastApart(series(70, 1), never);
  const hours: ToForecast = { ...series(800, 1), frequency: 'hour', horizon: 24 };
  const before = performance.eventLoopUtilization();
  await Promise.all(Array.from({ length: 5 }, () => forecastApart(hours, never)));
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
});

test('each line is served one after another, and one that leaves is not waited for', async () => {
  const order: string[] = [];
  const ask = (line: string, { signal } = new AbortController()) => {
    standInLine(signal, line);
    return forecastApart(series(70, 1), signal).then(() => order.push(line));
  };
  const leaving = new AbortController();
  const all = [ask('many'), ask('many'), ask('many'), ask('few')];
  const left = ask('gone', leaving);
  leaving.abort(new Error('left'));
  await expect(left).rejects.toThrow('left');
  await Promise.all(all);
  expect(order).toEqual(['many', 'many', 'few', 'many']);
});

test('a fault in the thread is the asker’s alone', async () => {
  const broken = { ...series(70, 1), values: null as unknown as number[] };
  const [one, other] = await Promise.allSettled([forecastApart(broken, never), forecastApart(series(70, 1), never)]);
  expect([one.status, other.status]).toEqual(['rejected', 'fulfilled']);
});
