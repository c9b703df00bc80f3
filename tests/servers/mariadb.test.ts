import type { RowDataPacket } from 'mysql2';
import { createConnection } from 'mysql2/promise';

import { describeWithMariadb } from './describe-with-mariadb';
import { findMariadbBinaries } from './mariadb-binaries';

const ATTEMPT = "SELECT 1 INTO OUTFILE '/tmp/x'";

describeWithMariadb(
  'a MariaDB server of our own',
  (server) => {
    it('answers, and its log tells what a reader sent', async () => {
      const { host, port, user, password, database } = server();
      const client = await createConnection({ host, port, user, password, database });
      const [rows] = await client.query<RowDataPacket[]>("SELECT database() AS `database`,\n  substring_index(user(), '@', 1) AS `user`");
      await client.end();
      expect(rows).toEqual([{ database: 'helpdesk', user: 'reader' }]);
      const admin = await server().connect();
      await admin.query('FLUSH GENERAL LOGS; CREATE TABLE of_admin (a int)');
      await admin.end();
      expect(server().statements()).toEqual([expect.stringMatching(/^SELECT database\(\) AS `database`,\n {2}substring_index/)]);
    });

    it('lets a reader write nothing', async () => {
      const { host, port, user, password, database } = server();
      const client = await createConnection({ host, port, user, password, database });
      await expect(client.query(ATTEMPT)).rejects.toMatchObject({ code: 'ER_SPECIFIC_ACCESS_DENIED_ERROR' });
      await client.end();
    });
  },
  { attempts: [ATTEMPT] }
);

it('says what is missing where there are no binaries', () => {
  expect(findMariadbBinaries('/nowhere')).toEqual({ skip: expect.stringContaining('is not installed') as unknown });
});
