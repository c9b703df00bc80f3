import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { reachesByIncrement } from '../by-increment';
import { at } from './desk';
import { openChatwoot, type Opened } from './opened.fixture';

jest.setTimeout(60_000);

describeWithPostgres('what is done in a Chatwoot that is read', (server) => {
  let opened: Opened;
  let asker: number;
  beforeAll(async () => {
    opened = await openChatwoot(server(), '4.14', []);
    asker = await opened.desk.contact('Zoë');
    for (const number of [1, 2, 3]) {
      const id = await opened.desk.conversation(number, 'mail', asker, at('03-02 12:00:00'));
      await opened.desk.act(id, asker, ['03-02 12:00:00', 'asks']);
    }
  });
  afterAll(() => opened.close());

  const act = (id: number, time: string, what: string) => opened.desk.act(id, asker, [`03-02 ${time}`, what]);

  reachesByIncrement(
    () => opened,
    [
      ['an answer', () => act(1, '13:00:00', 'bea replies'), { metric: 'time_to_first_response' }, null, 3600],
      ['a close', () => act(1, '14:00:00', 'bea closes'), { metric: 'time_to_close' }, null, 7200],
      ['a rating', () => act(1, '14:30:00', 'rates 5'), { metric: 'csat', statistics: ['count'] }, 0, 1],
      ['a mail, which opens', () => act(1, '15:00:00', 'asks'), { metric: 'backlog' }, 2, 3],
      [
        'another team',
        async () => void (await opened.admin.query('UPDATE conversations SET team_id = 1, updated_at = $1 WHERE id = 2', [at('03-02 15:10:00')])),
        { metric: 'opened', filters: [{ field: 'team', op: 'in', values: ['1'] }] },
        0,
        1,
      ],
    ]
  );
});
