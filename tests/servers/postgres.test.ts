import { Client } from 'pg';

import { describeWithPostgres } from './describe-with-postgres';
import { findPostgresBinaries } from './postgres-binaries';
import { misdeeds } from './postgres-log';

const ATTEMPTS = ['INSERT INTO kept VALUES (2)', 'INSERT INTO kept\n\tVALUES ($1)', 'DELETE FRM kept'];

describeWithPostgres(
  'a PostgreSQL server of our own',
  (server) => {
    const owner = () => new Client({ connectionString: server().url });
    const asked = async (client: Client, text: string, values?: unknown[]): Promise<unknown> => {
      client.on('error', () => undefined);
      await client.connect();
      try {
        return (await client.query(text, values)).rows;
      } finally {
        await client.end();
      }
    };

    it('answers its owner, and a reader who may write nothing', async () => {
      const who = 'SELECT current_database() AS database, current_user AS "user"';
      expect(await asked(owner(), who)).toEqual([{ database: 'helpdesk', user: 'helpdesk' }]);
      expect(await asked(new Client(server()), who)).toEqual([{ database: 'helpdesk', user: 'helpdesk_reader' }]);
      await asked(owner(), 'CREATE TABLE kept AS SELECT 1 AS a');
      expect(await asked(new Client(server()), 'SELECT * FROM kept')).toEqual([{ a: 1 }]);
    });

    it('tells of everything that the reader was sent and that does more than read, and of a product that is the owner', async () => {
      expect(misdeeds(server().log(), server().owner)).toEqual([]);
      await expect(asked(new Client(server()), ATTEMPTS[0])).rejects.toThrow('permission denied');
      await expect(asked(new Client(server()), ATTEMPTS[1], [3])).rejects.toThrow('permission denied');
      await expect(asked(new Client(server()), ATTEMPTS[2])).rejects.toThrow('syntax error');
      await asked(owner(), 'INSERT INTO kept VALUES (4)');
      expect(new Set(misdeeds(server().log(), server().owner))).toEqual(new Set(ATTEMPTS.map((text) => `helpdesk_reader: ${text}`)));
      const product = '<helpdesk|Grafana Helpdesk Metrics> LOG:  statement: SELECT 1\n';
      expect(misdeeds(product, server().owner)).toEqual(['helpdesk: SELECT 1']);
    });

    it('crashes, and has what was committed when it is started again', async () => {
      await asked(owner(), 'CREATE TABLE lasting AS SELECT 7 AS a');
      await server().crash();
      await expect(asked(new Client(server()), 'SELECT * FROM lasting')).rejects.toThrow('ECONNREFUSED');
      await server().restart();
      expect(await asked(new Client(server()), 'SELECT * FROM lasting')).toEqual([{ a: 7 }]);
    });
  },
  { attempts: ATTEMPTS }
);

it('says what is missing where there are no binaries', () => {
  expect(findPostgresBinaries('/')).toEqual({ skip: expect.stringContaining('are not installed') as unknown });
});
