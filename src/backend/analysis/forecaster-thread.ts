import { parentPort } from 'node:worker_threads';

import { messageOf } from '../message-of';
import { forecast, type ToForecast } from './forecast';

/** The program of the thread that forecaster.ts starts: a series in, its forecast out. */
parentPort?.on('message', (asked: ToForecast) => {
  try {
    parentPort?.postMessage({ forecast: forecast(asked.values, asked.horizon, asked.frequency, asked.bounds) });
  } catch (error) {
    parentPort?.postMessage({ fault: messageOf(error) });
  }
});
