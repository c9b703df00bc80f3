import type { ClientAnswer } from '../../tools/door/client';
import type { DecodedFrame } from '../../tools/door/decode';
import { type Cell, type Rule, type Told, written } from './story';

/** What an answer says, in the words of the hand-worked tables. */
export function told({ status, error, frames }: ClientAnswer, { ask, tell = 'values' }: Rule): Told {
  if (status !== 200) {
    return `${status}: ${error}`;
  }
  const [first] = frames;
  const custom = (first?.meta.custom ?? {}) as { edges?: number[]; partial?: number[]; n?: number[] };
  switch (tell) {
    case 'notices':
      return (first?.meta.notices ?? []).map(({ text }) => text).filter((text) => !text.startsWith('The data is'));
    case 'starts':
      return (custom.edges ?? []).map(written);
    case 'partial':
      return (custom.partial ?? []).map(written);
    case 'frames':
      return Object.fromEntries(frames.map((frame) => [frame.name, points(frame)]));
    case 'units':
      return (first?.fields ?? []).filter(({ type }) => type === 'number').map(({ config }) => String(config.unit));
    case 'goals':
      return (first?.fields ?? []).filter(({ type }) => type === 'number').map(({ config }) => goal(config.thresholds));
    case 'n':
      return custom.n?.length === 1 ? custom.n[0] : (custom.n ?? []);
    default:
      return ask.kind === 'records' || ask.kind === 'events' || ask.kind === 'scorecard'
        ? rows(first)
        : ask.view === 'totals'
          ? totals(first)
          : overTime(frames);
  }
}

function totals(frame: DecodedFrame): Told {
  const all = rows(frame);
  return all.length === 1 && all[0].length === 1 ? all[0][0] : all;
}

function overTime(frames: readonly DecodedFrame[]): Told {
  const drawn = frames.filter(({ fields }) => fields.length > 0);
  const isAlone = drawn.length === 1 && Object.keys(drawn[0].fields[1].labels).length === 0;
  return isAlone ? points(drawn[0]) : Object.fromEntries(drawn.map((frame) => [frame.name, points(frame)]));
}

/** [bucket start, number] pairs. */
function points({ fields: [time, value] }: DecodedFrame): Cell[][] {
  return time.values.map((start, i) => [written(Number(start)), plain(value.values[i])]);
}

function rows({ fields, rows: count }: DecodedFrame): Cell[][] {
  const shown = fields.filter(({ config }) => !(config.custom as { hidden?: boolean } | undefined)?.hidden);
  return Array.from({ length: count }, (_, row) =>
    shown.map(({ type, values }) => (type === 'time' && values[row] !== null ? written(Number(values[row])) : plain(values[row])))
  );
}

/** The target that a field is coloured by. What is good up to its target turns bad just above it. */
function goal(thresholds: unknown): number | null {
  const { steps = [] } = (thresholds ?? {}) as { steps?: ReadonlyArray<{ value: number }> };
  return steps.length === 0 ? null : Number(steps[steps.length - 1].value.toPrecision(6));
}

/** A number without the noise of floating point. */
function plain(value: Cell): Cell {
  return typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value;
}
