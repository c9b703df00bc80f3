/** What customers write with a rating: of the lowest third, the middle, and the highest. */
const COMMENTS = [
  [
    'I had to explain it three times to three people.',
    'Nobody answered for two days.',
    'The ticket was closed, but my problem is still there.',
    'I got a link to an article that I had read already.',
    'Friendly, but it does not work.',
    'We lost half a day because of this.',
    'I asked about my invoice and got an answer about my password.',
    'Still waiting for the refund.',
  ],
  ['It took a while, but it works now.', 'The answer was right; it could have come sooner.', 'Solved at last.', 'A little short, but clear.'],
  [
    'Quick and clear, thank you!',
    'Solved in one go.',
    'Very friendly. Exactly what I needed.',
    'Thanks for calling me back.',
    'I did not expect an answer on a Sunday.',
    'Good help, as always.',
  ],
] as const;

/** What somebody wrote with a rating of this part of its scale, by the number of the survey. */
export function commentOn(part: number, survey: number): string {
  const said = COMMENTS[part < 1 / 3 ? 0 : part < 2 / 3 ? 1 : 2];
  return said[survey % said.length];
}
