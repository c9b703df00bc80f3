import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { placeInPostgres } from '../in-postgres';
import { mindsTraps } from './traps.fixture';

describeWithPostgres('what is easily read wrong in a Zammad on PostgreSQL', (server) => {
  mindsTraps(() => placeInPostgres(server()));
});
