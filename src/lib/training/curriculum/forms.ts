import { z } from 'zod';
import * as m from '../../paraglide/messages.js';
import { formatName } from '../timetable/formatName.ts';
import { halfDayName } from '../timetable/halfName.ts';
import type { Place, SessionPlace } from './edit.ts';
import { sessionFormats } from './format.ts';
import { audiences, isSession, lengths, most, type Curriculum } from './schema.ts';

const words = (longest: number) =>
  z
    .string({ error: () => m.training_curriculum_error_empty() })
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1, { error: () => m.training_curriculum_error_empty() })
        .max(longest, { error: () => m.training_curriculum_error_long({ most: longest }) })
    );
const chosen = () => m.training_curriculum_error_choose();
const minutes = ([least, longest]: readonly [number, number]) =>
  z.coerce
    .number({ error: () => m.training_curriculum_error_minutes({ least, most: longest }) })
    .refine((given) => Number.isInteger(given) && given >= least && given <= longest, {
      error: () => m.training_curriculum_error_minutes({ least, most: longest })
    });

const letters = 200;
const materials = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  )
  .refine((lines) => lines.length <= most.materials && lines.every((line) => line.length <= letters), {
    error: () => m.training_curriculum_error_materials({ most: most.materials, letters })
  });

/** Handouts come as one field: their slugs with blanks between. */
export const sessionForm = z.object({
  title: words(120),
  subject: z.string({ error: chosen }).min(1, { error: chosen }),
  format: z.enum(sessionFormats, { error: chosen }),
  minutes: minutes(lengths.session),
  aim: words(600),
  trainers: words(200),
  materials,
  handouts: z
    .string()
    .default('')
    .transform((slugs) => slugs.split(' ').filter(Boolean)),
  plan: words(12_000)
});
export const dayForm = z.object({
  title: words(120),
  audience: z.enum(audiences, { error: chosen }),
  aim: words(600)
});
export const breakForm = z.object({
  format: z.literal('break').default('break'),
  title: words(120),
  minutes: minutes(lengths.break)
});
export const handoutForm = z.object({ title: words(120), text: words(12_000) });
export const headForm = z.object({ title: words(120), summary: words(600) });
export const subjectForm = z.object({ title: words(120) });
export const publishForm = z.object({ notes: words(2000) });

/** Where an entry of a day stands, from the fields `half` and `at`. */
export const entryForm = z.object({
  half: z.enum(['0', '1']).transform((half) => (half === '0' ? 0 : 1)),
  at: z.coerce.number().int().min(0).max(most.entries)
});

/** Where a session is to stand, as the options of `placeOptions` have it. */
export const placeForm = z.object({
  place: z
    .string({ error: chosen })
    .regex(/^(extra|[0-7]-[01]-\d{1,2})$/, { error: chosen })
    .transform((value): SessionPlace => {
      if (value === 'extra') return value;
      const [day = 0, half = 0, at = 0] = value.split('-').map(Number);
      return { day, half: half === 0 ? 0 : 1, at };
    })
});

export const placeValue = (place: SessionPlace): string =>
  place === 'extra' ? place : `${place.day}-${place.half}-${place.at}`;

/** Where a session stands now, in words. */
export const placeWords = (place: SessionPlace): string =>
  place === 'extra'
    ? m.training_curriculum_stands_extra()
    : m.training_curriculum_stands({ half: halfDayOf(place), place: place.at + 1 });

const halfDayOf = ({ day, half }: Omit<Place, 'at'>) => halfDayName({ day: day + 1, half: half === 0 ? 1 : 2 });

/** Every place a session can be put, in words; `own` is the session that moves, which nothing is put after. */
export function placeOptions({ days }: Curriculum, own = ''): { value: string; label: string }[] {
  const onDays = days.flatMap((day, at) =>
    ([0, 1] as const).flatMap((half) => {
      const place = (index: number): Place => ({ day: at, half, at: index });
      const where = { half: halfDayOf({ day: at, half }) };
      const after = day.halves[half].flatMap((entry, index) =>
        isSession(entry) && entry.key === own
          ? []
          : [
              {
                value: placeValue(place(index + 1)),
                label: m.training_curriculum_place_after({ ...where, title: entry.title })
              }
            ]
      );
      return [{ value: placeValue(place(0)), label: m.training_curriculum_place_first(where) }, ...after];
    })
  );
  return [...onDays, { value: 'extra', label: m.training_curriculum_place_extra() }];
}

export const audienceOptions = () => [
  { value: 'open', label: m.training_curriculum_open() },
  { value: 'cohort', label: m.training_curriculum_cohort() }
];

export const formatOptions = () => sessionFormats.map((format) => ({ value: format, label: formatName(format) }));
