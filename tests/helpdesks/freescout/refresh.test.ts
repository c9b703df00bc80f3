import { describeWithMariadb } from '../../servers/describe-with-mariadb';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { reachesByIncrement } from '../by-increment';
import type { Desk } from './desk';
import { openInMariadb, openInPostgres, type Opened } from './opened.fixture';

jest.setTimeout(60_000);

const tell = async (desk: Desk): Promise<void> => {
  await desk.open(1, '03-02 12:00:00');
  await desk.open(2, '03-02 12:00:00');
  await desk.open(3, '03-02 12:00:00');
};

/** The same, whatever the server. */
function reaches(open: () => Promise<Opened>): void {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  reachesByIncrement(
    () => opened,
    [
      ['a reply, which closes', () => opened.desk.reply(1, '03-02 13:00:00', 'bea', 'closed'), { metric: 'time_to_close' }, null, 3600],
      ['a mail, which opens', () => opened.desk.ask(1, '03-02 15:00:00'), { metric: 'backlog' }, 2, 3],
      ['another mailbox', () => opened.desk.move(2, '03-02 15:10:00', 'bea', 2), { metric: 'team_transfers' }, 0, 1],
      ['a merge, with what was written', () => opened.desk.merge(3, '03-02 15:20:00', 'bea', 2), { metric: 'ticket_reply_count' }, 5, 5],
      ['a deletion', () => opened.desk.remove(2, '03-02 15:30:00', 'bea'), { metric: 'backlog' }, 2, 1],
    ]
  );
}

describeWithMariadb('what is done in a FreeScout in MariaDB that is read', (server) => reaches(() => openInMariadb(server(), { tell })));
describeWithPostgres('what is done in a FreeScout in PostgreSQL that is read', (server) => reaches(() => openInPostgres(server(), { tell })));
