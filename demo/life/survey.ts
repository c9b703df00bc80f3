import { HOUR, MINUTE, SECOND } from '../units';
import { surgeAt } from '../world/incidents';
import { TEAMS } from '../world/teams';
import type { Survey } from './book';
import { awake, type Scene } from './scene';

/** Share of the customers asked who answer. */
const ANSWERED = 0.33;

/** After a close the customer is asked for a rating; most do not answer. */
export function askForRating(scene: Scene, closed: number): void {
  const { book, random } = scene;
  const isChat = book.channel === 'chat';
  const sentAt = isChat ? closed + SECOND : closed + HOUR + random.int(5 * MINUTE);
  if (book.isOver(sentAt)) {
    return;
  }
  book.say(sentAt, 'system', 'survey');
  const feeling = feelingOf(scene);
  const answeredAt = random.chance(ANSWERED) ? awake(scene, sentAt + random.lognormal(isChat ? 40 * SECOND : 5 * HOUR, 1.2)) : null;
  const survey = isChat && random.chance(0.6) ? goodOrBad(feeling) : !isChat && random.chance(0.14) ? effort(feeling) : stars(feeling);
  add(scene, survey, sentAt, answeredAt, feeling);
  if (answeredAt !== null && random.chance(0.03)) {
    // a second thought: the same survey of the same ticket, rated again
    const again = feeling + random.normal();
    add(scene, survey.form === 'csat-stars' ? stars(again) : survey, sentAt, answeredAt + random.lognormal(2 * HOUR, 1), again);
  }
}

type Form = Pick<Survey, 'form' | 'kind' | 'scale' | 'score'>;

/** A five-star rating of a feeling around 4.5. */
function stars(feeling: number): Form {
  return { form: 'csat-stars', kind: 'csat', scale: [1, 5], score: clamp(Math.round(feeling), 1, 5) };
}

function goodOrBad(feeling: number): Form {
  return { form: 'csat-chat', kind: 'csat', scale: [0, 1], score: feeling >= 3.4 ? 1 : 0 };
}

function effort(feeling: number): Form {
  return { form: 'ces-close', kind: 'ces', scale: [1, 7], score: clamp(Math.round(feeling * 1.35 - 0.1), 1, 7) };
}

function add(scene: Scene, form: Form, sentAt: number, answeredAt: number | null, feeling: number): void {
  const { book, random } = scene;
  const isAnswered = answeredAt !== null && !book.isOver(answeredAt);
  book.surveys.push({
    ...form,
    sentAt,
    answeredAt: isAnswered ? answeredAt : null,
    score: isAnswered ? form.score : null,
    agent: random.chance(0.75) ? (book.owner?.id ?? null) : null,
    hasComment: isAnswered && random.chance(feeling < 3 ? 0.55 : 0.18),
  });
  book.updatedAt = Math.max(book.updatedAt, isAnswered ? answeredAt : sentAt);
}

/** How a customer feels about a ticket, 1–5 and beyond: waiting, reopening and moving about cost most. */
function feelingOf({ world, book, random }: Scene): number {
  const team = TEAMS.find(({ id }) => id === book.team);
  const first = book.messages.find(({ authorKind, kind, at }) => authorKind === 'agent' && kind === 'reply' && at > book.arrival.createdAt);
  const waited = first ? world.cover(book.team).between(book.arrival.createdAt, first.at) / HOUR : 2;
  const moves = book.events.filter(({ field, from }) => field === 'owner' && from !== null).length;
  const isReopened = book.events.some(({ field, from }) => field === 'status' && from === 'closed');
  const isGrim = random.chance(0.035);
  const mean =
    4.86 -
    0.42 * Math.log1p(waited) -
    0.2 * Math.min(3, moves) -
    (isReopened ? 0.5 : 0) -
    (surgeAt(world.incidents, book.arrival.createdAt) > 1 ? 0.3 : 0) +
    (team?.charm ?? 0) +
    (book.owner?.charm ?? 0);
  return (isGrim ? 1.4 : mean) + 0.72 * random.normal();
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
