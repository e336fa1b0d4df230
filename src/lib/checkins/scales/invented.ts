/** For tests only: definition files with invented statements. Objects, as JSON.parse gives them. */
type Entries = Record<string, unknown>;

const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, index) => from + index);
const statements = (count: number) => numbers(count).map((number) => `Invented statement ${number}: the kettle sang.`);

/**
 * Thirty items 1–5, three scales of ten, five of the items reversed (6 − x), no total, raw bands ≤ 22, 23–41 and ≥ 42.
 */
export function thirtyItems(): Entries {
  const scale = (id: string, items: number[], reversed: number[], strain: string) => ({
    id,
    title: `Invented scale ${id}`,
    items,
    reversed,
    score: 'sum',
    bands: [
      { id: 'low', title: 'Low', to: 22 },
      { id: 'middle', title: 'Middle', from: 23, to: 41 },
      { id: 'high', title: 'High', from: 42 }
    ],
    strain
  });
  const every = (start: number) => numbers(10).map((step) => start + 3 * (step - 1));
  return {
    format: 'circlewell-scale/1',
    id: 'invented-thirty',
    version: 1,
    title: 'Thirty kettles',
    licence: 'Invented for a test.',
    answers: numbers(5).map((value) => ({ value, label: `Answer ${value}` })),
    statements: statements(30),
    scales: [
      scale('first', every(1), [1, 4], 'low'),
      scale('second', every(2), [17, 29], 'high'),
      scale('third', every(3), [15], 'high')
    ]
  };
}

/**
 * Nineteen items scored 100, 75, 50, 25, 0 with a mean for each of three scales, two ways to word the answers, one item
 * reversed, and a total.
 */
export function nineteenItems(): Entries {
  const bands = [
    { id: 'lower', title: 'Lower', below: 50 },
    { id: 'higher', title: 'Higher', from: 50 }
  ];
  const scale = (id: string, items: number[], reversed: number[]) => ({
    ...{ id, title: `Invented scale ${id}`, items, reversed },
    ...{ score: 'mean', bands, strain: 'higher' }
  });
  return {
    format: 'circlewell-scale/1',
    id: 'invented-nineteen',
    version: 3,
    title: 'Nineteen kettles',
    licence: 'Invented for a test.',
    answers: [100, 75, 50, 25, 0].map((value) => ({ value, label: `How often ${value}` })),
    statements: statements(19).map((text, index) =>
      index < 12 ? text : { text, labels: [1, 2, 3, 4, 5].map((place) => `How much ${place}`) }
    ),
    scales: [scale('alone', numbers(6), []), scale('work', numbers(7, 7), [13]), scale('people', numbers(6, 14), [])],
    total: { id: 'whole', title: 'All of it', score: 'mean', bands, strain: 'higher' }
  };
}

/** The definition file as text, an entry a line, as somebody would write it. */
export const fileOf = (definition: Entries): string => JSON.stringify(definition, null, 2);
