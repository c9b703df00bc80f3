import { derived } from './derived.fixture';

type Attributes = object | string | null;

/** The custom fields of tickets with these attributes, and each ticket's values: by ticket, field and value. */
async function fieldsOf(tickets: readonly Attributes[]) {
  const rows = tickets.map(
    (one, i) => `('T${i + 1}', 0, 'customer', ${one === null ? 'NULL' : `'${(typeof one === 'string' ? one : JSON.stringify(one)).replaceAll("'", "''")}'`})`
  );
  const store = await derived([`INSERT INTO memory.staging.ticket (ticket_id, created_at, created_by, attributes) VALUES ${rows.join()}`]);
  const all = async (sql: string) => (await store.runAndReadAll(sql)).getRowsJson();
  try {
    return {
      fields: await all('SELECT id, value_count, is_offered FROM memory.facts.dim_custom_field WHERE ix > 0 ORDER BY ix'),
      values: await all(`
        SELECT t.id, f.id, v.id
        FROM memory.facts.ticket_custom_value c
        JOIN memory.facts.dim_ticket t ON t.ix = c.ticket_ix
        JOIN memory.facts.dim_custom_field f ON f.ix = c.custom_field_ix
        JOIN memory.facts.dim_custom_value v ON v.ix = c.custom_value_ix
        ORDER BY 1, 2`),
    };
  } finally {
    store.closeSync();
  }
}

it('takes texts, numbers and booleans for values, as text, and nothing else', async () => {
  const { values } = await fieldsOf([
    { a: 'gold', b: 'say "hi" \\ é\n', c: '{"x":1}', d: 'null', e: ' ' },
    { a: 5, b: 5.5, c: -12, d: 1e30, e: 0.1 },
    '{"a": 5.0, "b": 12345678901234567890, "c": -0.50}',
    { a: true, b: false },
    { a: '', b: null, c: {}, d: [1], e: { x: 1 } },
    { '': 'x' },
    null,
    {},
  ]);
  expect(values).toEqual([
    ['T1', 'a', 'gold'],
    ['T1', 'b', 'say "hi" \\ é\n'],
    ['T1', 'c', '{"x":1}'],
    ['T1', 'd', 'null'],
    ['T1', 'e', ' '],
    ['T2', 'a', '5'],
    ['T2', 'b', '5.5'],
    ['T2', 'c', '-12'],
    ['T2', 'd', '1e+30'],
    ['T2', 'e', '0.1'],
    ['T3', 'a', '5'],
    ['T3', 'b', '12345678901234567890'],
    ['T3', 'c', '-0.5'],
    ['T4', 'a', 'true'],
    ['T4', 'b', 'false'],
  ]);
});

it('has one value a ticket where a key stands twice', async () => {
  const { values } = await fieldsOf(['{"a":"x","a":"y"}']);
  expect(values).toEqual([['T1', 'a', 'y']]);
});

it('takes any text for a key', async () => {
  const keys = ['Plan', 'plan', 'a.b', 'it’s "odd"; --', '$x', 'ключ'];
  const { fields } = await fieldsOf([Object.fromEntries(keys.map((key) => [key, 1]))]);
  expect(fields.map(([id]) => id)).toEqual([...keys].sort());
});

it('offers those of at most a thousand values, and of these the fifty that most tickets have', async () => {
  const few = Array.from({ length: 52 }, (_, i) => `few${String(i + 10)}`);
  const tickets = Array.from({ length: 1001 }, (_, i) => ({
    serial: `s${i}`,
    ...(i < 1000 ? { thousand: i } : {}),
    // few10 has the most tickets, and of the two last as many, the first by name is offered
    ...Object.fromEntries(few.filter((_, at) => i < 60 - Math.min(at, 49)).map((key) => [key, 'x'])),
  }));
  const { fields, values } = await fieldsOf(tickets);
  const told = Object.fromEntries(fields.map(([id, count, isOffered]) => [String(id), [count, isOffered]]));
  expect(told.serial).toEqual([1001, false]);
  expect(told.thousand).toEqual([1000, true]);
  expect(told.few10).toEqual([1, true]);
  expect([told.few58, told.few59, told.few61]).toEqual([
    [1, true],
    [1, false],
    [1, false],
  ]);
  expect(fields.filter(([, , isOffered]) => isOffered)).toHaveLength(50);
  expect(values.filter(([, id]) => id === 'serial')).toEqual([]);
});
