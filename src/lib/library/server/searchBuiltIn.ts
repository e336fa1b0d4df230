import { searchOver, type Search } from '../search.ts';
import { builtIn } from './builtIn.ts';

let made: Search | null = null;

/** Searches the built-in library; the index is made at the first question. */
export const searchBuiltIn: Search = (query, kind) => (made ??= searchOver(builtIn))(query, kind);
