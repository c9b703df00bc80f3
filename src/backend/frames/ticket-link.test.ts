import { namesIn } from '../../shared/names';
import type { FrameField } from './frame';
import { withTicketLinks } from './ticket-link';

const field = (name: string, values: readonly string[]): FrameField => ({ name, column: { type: 'string', values } });
const TICKETS = [field('ticket', ['1042', '1043']), field('owner', ['Ann', 'Ben'])];
const IDS = ['a1', 'b2'];
const linked = (ticketUrl: string | null, fields: readonly FrameField[] = TICKETS) => withTicketLinks(fields, IDS, { ticketUrl, names: namesIn('nl-NL') });

test('tickets lead to where the settings say, by an id that no column needs to show', () => {
  const [ticket, owner, id, ...more] = linked('https://desk.example.com/t/{id}?n={number}');
  expect(ticket.config?.links).toEqual([
    { title: 'Openen in de helpdesk', url: 'https://desk.example.com/t/${__data.fields.ticket_id}?n=${__data.fields.ticket}', targetBlank: true },
  ]);
  expect(owner.config?.links).toBeUndefined();
  expect(id).toMatchObject({ name: 'ticket_id', column: { values: IDS }, config: { custom: { hidden: true, hideFrom: { viz: true } } } });
  expect(more).toEqual([]);
});

test('an id that is shown already, or that the address does not name, is not brought a second time', () => {
  expect(linked('https://desk.example.com/{number}').map(({ name }) => name)).toEqual(['ticket', 'owner']);
  const shown = linked('https://desk.example.com/{id}', [...TICKETS, field('ticket_id', IDS)]);
  expect(shown.map(({ name, config }) => [name, config?.links?.length, config?.custom])).toEqual([
    ['ticket', 1, undefined],
    ['owner', undefined, undefined],
    ['ticket_id', 1, undefined],
  ]);
});

test('without an address, and in a table of other things, nothing is linked', () => {
  expect(linked(null)).toBe(TICKETS);
  const others = [field('owner', ['Ann', 'Ben'])];
  expect(linked('https://desk.example.com/{id}', others)).toBe(others);
});
