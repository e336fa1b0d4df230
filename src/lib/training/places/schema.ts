import { z } from 'zod';
import { audiences } from '../curriculum/schema.ts';

export const placeKinds = ['cohort', 'open_day'] as const;
export const placeStates = ['placed', 'waiting', 'withdrawn'] as const;
export type PlaceKind = (typeof placeKinds)[number];
export type PlaceState = (typeof placeStates)[number];

// The database gives seconds with it.
const clock = z.string().transform((text) => text.slice(0, 5));
const half = z.literal([1, 2]);

const rule = z.object({ days_needed: z.int(), make_ups_count: z.boolean(), most_missed: z.int() });
export const ownDaySchema = z
  .object({
    day: z.int(),
    held_on: z.iso.date(),
    audience: z.enum(audiences),
    title: z.string(),
    morning_starts: clock,
    afternoon_starts: clock
  })
  .transform(({ held_on, morning_starts, afternoon_starts, ...rest }) => ({
    ...rest,
    heldOn: held_on,
    morningStarts: morning_starts,
    afternoonStarts: afternoon_starts
  }));

const session = z.object({ day: z.int(), half, title: z.string(), format: z.string(), minutes: z.int() });
const attendance = z
  .object({ day: z.int(), half, came: z.boolean(), late_minutes: z.int(), left_minutes: z.int() })
  .transform(({ late_minutes, left_minutes, ...rest }) => ({
    ...rest,
    lateMinutes: late_minutes,
    leftMinutes: left_minutes
  }));
const makeUp = z
  .object({ day: z.int(), half, made_up_on: z.iso.date(), made_up_where: z.string(), made_up_with: z.string() })
  .transform(({ made_up_on, made_up_where, made_up_with, ...rest }) => ({
    ...rest,
    madeUpOn: made_up_on,
    madeUpWhere: made_up_where,
    madeUpWith: made_up_with
  }));

const evaluation = z
  .object({
    id: z.uuid(),
    title: z.string(),
    // The evaluation room's own document (evaluation/schema.ts), read there.
    form: z.unknown(),
    opens_at: z.string(),
    closes_at: z.string(),
    phase: z.enum(['open', 'counting', 'published', 'lost']),
    asked_count: z.int(),
    sign_fingerprint: z.string(),
    seal_fingerprint: z.string(),
    enough: z.boolean().nullable(),
    respondents: z.int().nullable(),
    counts: z.unknown(),
    receipts: z.unknown()
  })
  .transform(({ opens_at, closes_at, asked_count, sign_fingerprint, seal_fingerprint, ...rest }) => ({
    ...rest,
    opensAt: opens_at,
    closesAt: closes_at,
    askedCount: asked_count,
    signFingerprint: sign_fingerprint,
    sealFingerprint: seal_fingerprint
  }));

const certificate = z
  .object({
    id: z.uuid(),
    organisation_id: z.uuid(),
    name: z.string(),
    training: z.string(),
    organisation: z.string(),
    subjects: z.array(z.string()),
    hours: z.coerce.number(),
    begins_on: z.iso.date(),
    ends_on: z.iso.date(),
    trainers: z.array(z.string()),
    days_needed: z.int(),
    days: z.int(),
    days_counted: z.int(),
    make_ups_count: z.boolean(),
    issued_on: z.iso.date(),
    signed: z.string(),
    revoked_on: z.iso.date().nullable(),
    revoked_why: z.string()
  })
  .transform((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    training: row.training,
    organisation: row.organisation,
    subjects: row.subjects,
    hours: row.hours,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
    trainers: row.trainers,
    daysNeeded: row.days_needed,
    days: row.days,
    daysCounted: row.days_counted,
    makeUpsCount: row.make_ups_count,
    issuedOn: row.issued_on,
    signed: row.signed,
    revokedOn: row.revoked_on,
    revokedWhy: row.revoked_why
  }));

/** The organisation's support contacts, as every page for participants shows them. */
export const contactsSchema = z
  .array(z.object({ name: z.string(), reach: z.string(), note: z.string() }))
  .transform((contacts) => contacts.map(({ name, reach, note }) => ({ name, detail: reach, note })));

/** What `place_of` answers, in our own names. Dates are `YYYY-MM-DD` and clock times `HH:MM` in the training's zone, instants ISO. */
export const ownPlaceSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(placeKinds),
    state: z.enum(placeStates),
    name: z.string(),
    email: z.string(),
    /** Tied to some account; `mine`: to the one of who asks. */
    claimed: z.boolean(),
    mine: z.boolean(),
    /** How many wait before this one; 0 unless it waits. */
    ahead: z.int(),
    training: rule
      .extend({
        id: z.uuid(),
        title: z.string(),
        organisation_id: z.uuid(),
        organisation: z.string(),
        venue: z.string(),
        /** Empty to who has no place. */
        link: z.string(),
        online: z.boolean(),
        contact: z.string(),
        time_zone: z.string(),
        trainers: z.array(z.string())
      })
      .transform(({ organisation_id, time_zone, days_needed, make_ups_count, most_missed, ...rest }) => ({
        ...rest,
        organisationId: organisation_id,
        timeZone: time_zone,
        daysNeeded: days_needed,
        makeUpsCount: make_ups_count,
        mostMissed: most_missed
      })),
    days: z.array(ownDaySchema),
    /** In the order of the timetable, breaks too. */
    sessions: z.array(session),
    attendance: z.array(attendance),
    make_ups: z.array(makeUp),
    standing: z
      .object({ days_counted: z.coerce.number(), completed: z.boolean() })
      .transform(({ days_counted, completed }) => ({ daysCounted: days_counted, completed }))
      .nullable(),
    evaluations: z.array(evaluation),
    certificate: certificate.nullable(),
    contacts: contactsSchema
  })
  .transform(({ make_ups, ...rest }) => ({ ...rest, makeUps: make_ups }));

export type OwnPlace = z.infer<typeof ownPlaceSchema>;
export type OwnDay = OwnPlace['days'][number];
export type OwnEvaluation = OwnPlace['evaluations'][number];
export type OwnCertificate = NonNullable<OwnPlace['certificate']>;
