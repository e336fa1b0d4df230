import * as m from '../../paraglide/messages.js';
import type { Fault } from './fault.ts';
import type { ScaleDefinition } from './schema.ts';

/** What is wrong with answers, statements and which statement belongs to which scale. */
export function itemFaults(definition: ScaleDefinition): Fault[] {
  const { answers, statements, scales, total } = definition;
  const ids = [...scales.map(({ id }) => id), ...(total ? [total.id] : [])];
  return [
    ...again(answers.map(({ value }) => value)).map((place) => ({
      path: ['answers', place, 'value'],
      what: m.checkins_fault_value_twice({ value: answers[place]!.value })
    })),
    ...statements.flatMap(({ labels }, place) =>
      labels && labels.length !== answers.length
        ? { path: ['statements', place, 'labels'], what: m.checkins_fault_labels({ count: answers.length }) }
        : []
    ),
    ...again(ids).map((place) => ({
      path: place < scales.length ? ['scales', place, 'id'] : ['total', 'id'],
      what: m.checkins_fault_twice({ name: ids[place]! })
    })),
    ...membershipFaults(definition),
    ...reversalFaults(definition)
  ];
}

function membershipFaults({ statements, scales }: ScaleDefinition): Fault[] {
  const homes = scales.flatMap(({ items }, scale) =>
    items.map((item, place) => ({ item, path: ['scales', scale, 'items', place] }))
  );
  const numbers = homes.map(({ item }) => item);
  const homeless = statements.findIndex((_, index) => !numbers.includes(index + 1));
  return [
    ...homes.flatMap(({ item, path }) =>
      item > statements.length
        ? { path, what: m.checkins_fault_no_statement({ number: item, count: statements.length }) }
        : []
    ),
    ...again(numbers).map((place) => ({
      path: homes[place]!.path,
      what: m.checkins_fault_item_twice({ number: numbers[place]! })
    })),
    ...(homeless < 0
      ? []
      : [{ path: ['statements', homeless], what: m.checkins_fault_homeless({ number: homeless + 1 }) }])
  ];
}

function reversalFaults({ answers, scales }: ScaleDefinition): Fault[] {
  const values = answers.map(({ value }) => value);
  const turn = Math.min(...values) + Math.max(...values);
  const lopsided = values.some((value) => !values.includes(turn - value));
  return scales.flatMap(({ items, reversed }, scale) => [
    ...(lopsided && reversed.length > 0
      ? [{ path: ['scales', scale, 'reversed'], what: m.checkins_fault_lopsided() }]
      : []),
    ...reversed.flatMap((item, place) => {
      const path = ['scales', scale, 'reversed', place];
      if (!items.includes(item)) return { path, what: m.checkins_fault_reversed_elsewhere({ number: item }) };
      return reversed.indexOf(item) < place ? { path, what: m.checkins_fault_item_twice({ number: item }) } : [];
    })
  ]);
}

/** The places (from 0) of entries that stood before. */
const again = (entries: readonly (string | number)[]): number[] =>
  entries.flatMap((entry, place) => (entries.indexOf(entry) < place ? place : []));
