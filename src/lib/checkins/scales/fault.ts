/**
 * What is wrong in a definition: where it is (names and places from the outermost in) and a sentence that says what and
 * what to do.
 */
export type Fault = { path: readonly PropertyKey[]; what: string };
