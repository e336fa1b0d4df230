import * as m from '../../paraglide/messages.js';
import { instantInWords } from '../../ui/time/instant.ts';
import { type Asked, freeAgain } from './overlap.ts';

const facts = (near: Asked, zone: string) => ({
  title: near.title,
  from: instantInWords(near.opensAt, zone),
  until: instantInWords(near.closesAt, zone),
  again: instantInWords(freeAgain(near), zone)
});

/** Said before: an evaluation whose statements cannot be asked again near it. */
export const nearInWords = (near: Asked, zone: string): string => m.training_evaluation_near(facts(near, zone));

/** Said when it was tried: which one it is, and what to do instead. */
export const overlapInWords = (near: Asked, zone: string): string =>
  m.training_evaluation_error_overlap(facts(near, zone));
