import { describeWithMariadb } from '../../servers/describe-with-mariadb';
import { reachesByIncrement } from '../by-increment';
import { openOsticket, type Opened } from './opened.fixture';

jest.setTimeout(60_000);

describeWithMariadb('what is done in an osTicket that is read', (server) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openOsticket(server(), async (desk) => {
      await desk.open(1, '03-02 12:00:00');
      await desk.open(2, '03-02 12:00:00');
      await desk.open(3, '03-02 12:00:00');
    });
  });
  afterAll(() => opened.close());

  reachesByIncrement(
    () => opened,
    [
      ['a reply, and who claimed by it', () => opened.desk.reply(1, '03-02 13:00:00', 'bea'), { metric: 'time_to_first_response' }, null, 3600],
      ['a close', () => opened.desk.become(1, '03-02 14:00:00', 'bea', 'closed'), { metric: 'time_to_close' }, null, 7200],
      ['a reopening', () => opened.desk.ask(1, '03-02 15:00:00'), { metric: 'backlog' }, 2, 3],
      ['another department', () => opened.desk.transfer(2, '03-02 15:10:00', 'bea', 2), { metric: 'team_transfers' }, 0, 1],
      ['a merge, with what was written', () => opened.desk.merge(3, '03-02 15:20:00', 'bea', 2), { metric: 'ticket_reply_count' }, 5, 5],
    ]
  );
});
