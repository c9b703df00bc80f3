import { describeWithMariadb } from '../../servers/describe-with-mariadb';
import { placeInMariadb } from '../in-mariadb';
import { tellsTheStory } from './story.fixture';
import { mindsTraps } from './traps.fixture';

describeWithMariadb('a Zammad on MariaDB', (server) => {
  tellsTheStory(() => placeInMariadb(server()));
  mindsTraps(() => placeInMariadb(server()));
});
