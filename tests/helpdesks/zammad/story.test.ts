import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { placeInPostgres } from '../in-postgres';
import { tellsTheStory } from './story.fixture';

describeWithPostgres('the story that a Zammad was told, on PostgreSQL', (server) => {
  tellsTheStory(() => placeInPostgres(server()));
});
