import { z } from 'zod';
import * as m from '../../paraglide/messages.js';

/** The first entry of every definition file. */
export const SCALE_FORMAT = 'circlewell-scale/1';
export const MOST_STATEMENTS = 60;

const text = (most: number) =>
  z
    .string({ error: () => m.checkins_fault_text({ most }) })
    .trim()
    .min(1, { error: () => m.checkins_fault_text({ most }) })
    .max(most, { error: () => m.checkins_fault_text({ most }) });
const slug = z
  .string({ error: () => m.checkins_fault_id() })
  .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: () => m.checkins_fault_id() });
const whole = (least: number, most: number) =>
  z
    .int({ error: () => m.checkins_fault_whole({ least, most }) })
    .min(least, { error: () => m.checkins_fault_whole({ least, most }) })
    .max(most, { error: () => m.checkins_fault_whole({ least, most }) });
const list = <T extends z.ZodType>(of: T, least: number, most: number) =>
  z
    .array(of, { error: () => m.checkins_fault_list({ least, most }) })
    .min(least, { error: () => m.checkins_fault_list({ least, most }) })
    .max(most, { error: () => m.checkins_fault_list({ least, most }) });
const limit = z.number({ error: () => m.checkins_fault_limit() }).optional();
/** An object of exactly these entries: a misspelt one would otherwise be passed over. */
const only = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? m.checkins_fault_unknown({ names: issue.keys.map((key) => `“${key}”`).join(', ') })
        : m.checkins_fault_object({ names: Object.keys(shape).join(', ') })
  });

/**
 * `from` and `to` are raw scores and belong to the band; `below` is the first raw score that no longer does. The outer
 * ends may be left out.
 */
const band = only({ id: slug, title: text(60), from: limit, to: limit, below: limit });
const scored = {
  id: slug,
  title: text(80),
  score: z.enum(['sum', 'mean'], { error: () => m.checkins_fault_score() }),
  bands: list(band, 2, 8),
  strain: slug
};
const items = (least: number) => list(whole(1, MOST_STATEMENTS), least, MOST_STATEMENTS);

/** A scale as a definition file holds it: the whole check-in of an organisation, its statements numbered from 1. */
export const scaleDefinitionSchema = only({
  format: z.literal(SCALE_FORMAT, { error: () => m.checkins_fault_format({ format: SCALE_FORMAT }) }),
  id: slug,
  version: whole(1, 9999),
  title: text(120),
  licence: text(500),
  intro: text(300).optional(),
  answers: list(only({ value: whole(-1000, 1000), label: text(60) }), 2, 10),
  statements: list(
    z.preprocess(
      (entry) => (typeof entry === 'string' ? { text: entry } : entry),
      only({ text: text(300), labels: list(text(60), 2, 10).optional() })
    ),
    1,
    MOST_STATEMENTS
  ),
  scales: list(only({ ...scored, items: items(1), reversed: items(0).default([]) }), 1, 8),
  total: only(scored).optional()
});

export type ScaleDefinition = z.infer<typeof scaleDefinitionSchema>;
export type Scale = ScaleDefinition['scales'][number];
export type Band = Scale['bands'][number];
