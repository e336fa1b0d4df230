import { describe, expect, it } from 'vitest';
import { noteAddressSchema, storedItemsSchema } from './schema.ts';

describe('stored items', () => {
  const item = { itemId: 'a', text: 'Rest', said: 2, position: 0 };

  it('are read as they are', () => {
    expect(storedItemsSchema.parse([item])).toEqual([item]);
  });

  it('that do not fit are left out, and the page still shows the others', () => {
    expect(storedItemsSchema.parse([{ ...item, said: 'many' }, item, null, 7])).toEqual([item]);
    expect(storedItemsSchema.parse('nonsense')).toEqual([]);
    expect(storedItemsSchema.parse(null)).toEqual([]);
  });
});

describe('the address of a note', () => {
  it('is three ids', () => {
    const id = 'd0000000-0000-4000-8000-000000000001';
    expect(noteAddressSchema.safeParse({ circle: id, question: id, group: id }).success).toBe(true);
    expect(noteAddressSchema.safeParse({ circle: id, question: '1', group: id }).success).toBe(false);
  });
});
