import type { z } from 'zod';

export type Entries = Record<string, unknown>;

/** Parses an object; where entries of it are faulty, parses again without them. */
export function salvage<T extends z.ZodType>(schema: T, raw: unknown): { value: z.infer<T> | null; faults: string[] } {
  const first = schema.safeParse(raw);
  if (first.success) return { value: first.data, faults: [] };
  const faults = faultsOf(first.error);
  if (!isEntries(raw)) return { value: null, faults };
  const faulty = new Set(first.error.issues.map(({ path }) => path[0]));
  const second = schema.safeParse(Object.fromEntries(Object.entries(raw).filter(([key]) => !faulty.has(key))));
  return { value: second.success ? second.data : null, faults };
}

/** What is wrong, each sentence once. */
export function faultsOf(error: z.ZodError): string[] {
  return [...new Set(error.issues.map(({ message }) => message))];
}

export function isEntries(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
