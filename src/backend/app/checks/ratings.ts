import { dialect } from '../../query/dialect';
import { raw, sql } from '../../query/sql';
import type { Remark } from '../../sources/source';
import type { Check } from './check';

/** Some surveys are answered by a comment alone: more than so many, and this share, are none of those. */
const SOME = 5;
const SHARE = 0.05;

const surveys = (count: number): string => (count === 1 ? '1 survey has' : `${count.toLocaleString('en')} surveys have`);

/** Surveys that are answered and have no score, and those that have a score and no instant. */
export const ratings: Check = async ({ ask }) => {
  const count = (where: string) => dialect.double(dialect.countIf(raw(where)));
  const [found] = await ask(
    ['answered', 'without_score', 'without_instant', 'unscored', 'undated'],
    sql`
    SELECT ${count('f.answered_at IS NOT NULL')} AS answered,
      ${count('f.answered_at IS NOT NULL AND f.score IS NULL')} AS without_score,
      ${count('f.answered_at IS NULL AND f.score IS NOT NULL')} AS without_instant,
      min(CASE WHEN f.answered_at IS NOT NULL AND f.score IS NULL THEN d.id END) AS unscored,
      min(CASE WHEN f.answered_at IS NULL AND f.score IS NOT NULL THEN d.id END) AS undated
    FROM survey_fact f
    JOIN dim_survey d ON d.ix = f.survey_ix`
  );
  const [answered, withoutScore, withoutInstant] = [found?.answered, found?.without_score, found?.without_instant].map((value) => Number(value ?? 0));
  const said = (text: string, example: unknown, mend: string): Remark => ({ kind: 'suspicion', text, example: `survey "${String(example)}"`, mend });
  return [
    ...(withoutScore >= SOME && withoutScore >= SHARE * answered
      ? [
          said(
            `${surveys(withoutScore)} answered_at and no score: they count as answered.`,
            found.unscored,
            'CASE WHEN stars > 0 THEN rated_on END AS answered_at, NULLIF(stars, 0) AS score in survey.'
          ),
        ]
      : []),
    ...(withoutInstant > 0
      ? [
          said(
            `${surveys(withoutInstant)} a score and no answered_at: they are in no report of ratings.`,
            found.undated,
            'Give answered_at the instant of the rating; where it is not kept, that of the close.'
          ),
        ]
      : []),
  ];
};
