import type { LibraryDocument } from './schema.ts';

/** A part of a text that the library has written anew since a team took its copy. */
export interface ChangedPart {
  part: string;
  yours: unknown;
  theirs: unknown;
  /** Whether the team has changed this part too: then somebody has to choose. */
  changedByYou: boolean;
}

// Which document it is, and how far the library has counted: neither is text.
const notText = ['kind', 'slug', 'version'];
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const part = (some: LibraryDocument, name: string) => (some as Record<string, unknown>)[name];

/**
 * What the library would change in a team's copy: the parts in which its newest text differs from the one the copy was
 * taken from, and from the copy. Nothing when the library has not moved on, or when the copy says the same already.
 * @param original the library's text as it was when the copy was taken, or last compared
 */
export function updateOffer<D extends LibraryDocument>(yours: D, original: D, theirs: D): ChangedPart[] {
  if (theirs.version <= original.version) return [];
  return Object.keys(theirs)
    .filter((name) => !notText.includes(name))
    .filter((name) => !same(part(theirs, name), part(original, name)) && !same(part(theirs, name), part(yours, name)))
    .map((name) => ({
      part: name,
      yours: part(yours, name),
      theirs: part(theirs, name),
      changedByYou: !same(part(yours, name), part(original, name))
    }));
}

/** The copy with the library's new text in these parts, and its own in all others. */
export function takeParts<D extends LibraryDocument>(yours: D, theirs: D, parts: readonly string[]): D {
  const taken = parts
    .filter((name) => Object.hasOwn(theirs, name) && !notText.includes(name))
    .map((name) => [name, part(theirs, name)]);
  return { ...yours, ...Object.fromEntries(taken) };
}
