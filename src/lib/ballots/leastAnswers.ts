/**
 * Fewer answers than this publish nothing, in check-ins and in evaluations. Not configurable: a setting would be the first
 * thing someone is asked to lower.
 */
export const LEAST_ANSWERS = 5;
