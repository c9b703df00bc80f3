import { Door } from './door';
import { SECTIONS } from './sections';
import type { Rule, Section } from './story';
import { told } from './told';

/**
 * Every sentence of the definitions that decides a number, on a helpdesk so small that its answer is worked by hand (in the comment
 * above it) and in which the wrong reading would give another: asked of the built backend through its gRPC door.
 */

let door: Door;
beforeAll(async () => {
  door = await Door.open();
}, 60_000);
afterAll(() => door.close());

describe.each(SECTIONS.map((section): [string, Section] => [section.title, section]))('%s', (_title, { rules }) => {
  it.each(rules.map((one): [string, Rule] => [one.rule, one]))(
    '%s',
    async (_rule, one) => {
      expect(told(await door.ask(one.desk, one.ask, one.period, one.by), one)).toEqual(one.is);
    },
    30_000
  );
});
