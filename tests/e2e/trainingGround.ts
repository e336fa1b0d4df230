import { createHash } from 'node:crypto';
import { invite, must, type Api } from '../policies/furnish.ts';
import { drawSecret, type Secret } from '../policies/trainingGround.ts';
import { demoPerson, newPerson, newTeam, type Person } from './house.ts';

type Row = { key: string; title: string; subject: string; format: string; minutes: number };

const session = (row: Row) => ({
  ...row,
  aim: `What ${row.title.toLowerCase()} is for.`,
  trainers: 'Both trainers',
  materials: ['Chairs in a circle'],
  plan: `Begin slowly.\n\n- Ask what people know already.\n- Say what comes next.`,
  handouts: row.format === 'talk' ? ['one-page'] : []
});
const pause = (title: string, minutes: number) => ({ format: 'break', title, minutes });

/** Two circles, a talk and a practice each day: 3 h 40 min with two breaks, 200 minutes of sessions. */
const dayOf = (day: number, subject: string) => ({
  title: day === 1 ? 'The open day' : `Day ${day} with the cohort`,
  audience: day === 1 ? 'open' : 'cohort',
  aim: `To know more about ${subject}.`,
  halves: [
    [
      session({
        key: `opening-${day}`,
        title: `Opening circle ${day}`,
        subject: 'circles',
        format: 'circle',
        minutes: 30
      }),
      pause('Coffee', 10),
      session({ key: `talk-${day}`, title: `Talk ${day}`, subject, format: 'talk', minutes: 80 })
    ],
    [
      session({ key: `practice-${day}`, title: `Practice ${day}`, subject, format: 'practice', minutes: 60 }),
      pause('Tea', 10),
      session({
        key: `closing-${day}`,
        title: `Closing circle ${day}`,
        subject: 'circles',
        format: 'circle',
        minutes: 30
      })
    ]
  ]
});

const subjectOfDay = ['overview', 'definitions', 'risk', 'culture', 'culture'];

/** Five days; one session that can be placed where wanted; one handout. */
export const fiveDays = {
  title: 'Five days, made for tests',
  summary: 'A curriculum with little in it.',
  version: 1,
  subjects: [
    { key: 'overview', title: 'Overview' },
    { key: 'definitions', title: 'Definitions' },
    { key: 'risk', title: 'Risk' },
    { key: 'culture', title: 'Culture' },
    { key: 'circles', title: 'Circles' }
  ],
  days: subjectOfDay.map((subject, at) => dayOf(at + 1, subject)),
  extra: [
    session({ key: 'more-culture', title: 'More on culture', subject: 'culture', format: 'discussion', minutes: 90 })
  ],
  handouts: [
    { slug: 'one-page', title: 'One page', text: 'Three things to remember.\n\n1. Breathe.\n2. Listen.\n3. Rest.' }
  ]
};

/** The dates of 2004's training, in a year that is far off. */
export const fiveDates = ['2035-03-30', '2035-03-31', '2035-04-06', '2035-04-07', '2035-04-20'];

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
/** The same distances, and over: certificates are given of nothing else. */
export const pastDates = [26, 25, 19, 18, 5].map(daysAgo);

/** Somebody with a place. `path` is their own page. */
export type Placed = Secret & { place: string; name: string; email: string; path: string };
export type TrainingGround = {
  organisation: string;
  curriculum: string;
  training: string;
  /** Of the sign-up address, `/training/<code>`. */
  code: string;
  trainer: Person;
};
type Wish = {
  title?: string;
  /** One a day; the first five days of `fiveDays` are held on them. */
  dates?: string[];
  timeZone?: string;
  /** Columns of the training that are to be different: places, open_places, days_needed, make_ups_count, most_missed, venue, link. */
  over?: Record<string, unknown>;
  /** Of each day; for a door that is to be open now. */
  starts?: { morning: string; afternoon: string };
};

type Entry = { title: string; format: string; minutes: number; key?: string; subject?: string };

const slotsOf = (day: number) =>
  fiveDays.days[day - 1]!.halves.flatMap((half, at) =>
    half.map((entry: Entry, position) => ({
      day,
      half: at + 1,
      position,
      session_key: entry.key ?? null,
      title: entry.title,
      subject: entry.subject ?? null,
      format: entry.format,
      minutes: entry.minutes
    }))
  );

/** A published curriculum of the organisation, `fiveDays`. */
export async function publishFiveDays({ client }: Person, organisation: string): Promise<string> {
  const row = { organisation_id: organisation, title: fiveDays.title, document: fiveDays };
  return must(
    await client
      .from('curricula')
      .insert({ ...row, published_at: new Date().toISOString() })
      .select('id')
      .single()
  ).id;
}

/** Plans a training from `fiveDays` through the API and opens its sign-up. */
export async function planFiveDays(trainer: Person, organisation: string, wish: Wish = {}): Promise<TrainingGround> {
  const { client } = trainer;
  const { title = 'Facilitators, spring', dates = fiveDates, timeZone = 'Europe/London', over, starts } = wish;
  const known = must(
    await client.from('curricula').select('id').eq('title', fiveDays.title).eq('organisation_id', organisation)
  );
  const curriculum = known[0]?.id ?? (await publishFiveDays(trainer, organisation));
  const rule = { days_needed: dates.length, make_ups_count: true, most_missed: 30 };
  const training = must(
    await client.rpc('plan_training', {
      p_organisation: organisation,
      p_key: crypto.randomUUID(),
      p_curriculum: curriculum,
      p_training: {
        title,
        venue: 'The long room, 4 Quay Street',
        time_zone: timeZone,
        trainers: [trainer.name, 'Theo Co-trainer'],
        places: 20,
        open_places: 60,
        ...rule,
        ...over
      },
      p_days: dates.map((held_on, at) => ({
        day: at + 1,
        held_on,
        audience: fiveDays.days[at]!.audience,
        title: fiveDays.days[at]!.title,
        morning_starts: starts?.morning ?? '09:30',
        afternoon_starts: starts?.afternoon ?? '13:15'
      })),
      p_sessions: dates.flatMap((_, at) => slotsOf(at + 1))
    })
  );
  const opened = client.from('trainings').update({ sign_up_open: true }).eq('id', training);
  const { sign_up_code } = must(await opened.select('sign_up_code').single());
  return { organisation, curriculum, training, code: sign_up_code, trainer };
}

/** Moves the days of a training: no test waits for its dates. */
export async function holdOn(
  { trainer, training }: Pick<TrainingGround, 'trainer' | 'training'>,
  dates: readonly string[]
): Promise<void> {
  const columns = 'day, audience, title, morning_starts, afternoon_starts';
  const days = must(await trainer.client.from('training_days').select(columns).eq('training_id', training));
  const p_days = days.map((row) => ({ ...row, held_on: dates[row.day - 1] }));
  const { error } = await trainer.client.rpc('save_training_days', { p_training: training, p_days });
  if (error) throw new Error(error.message);
}

/** A trainer of an organisation of their own. Its admin is `lead`, who leads its one team and is no trainer. */
export async function newTrainer(api: Api): Promise<{ organisation: string; trainer: Person; lead: Person }> {
  const [{ organisation, lead }, trainer] = await Promise.all([newTeam(api), newPerson(api, 'Tara Trainer')]);
  await invite(lead.client, trainer.client, { organisation, team: null, role: 'trainer' });
  return { organisation, trainer, lead };
}

/** A training of five days with a trainer and an organisation of its own. */
export async function newTraining(api: Api, wish: Wish = {}): Promise<TrainingGround & { lead: Person }> {
  const { organisation, trainer, lead } = await newTrainer(api);
  return { ...(await planFiveDays(trainer, organisation, wish)), lead };
}

const familyNames = ['Abara', 'Bloom', 'Castro', 'Dahl', 'Egan', 'Ferro', 'Gallo', 'Holm', 'Imai', 'Jansen'];
const firstNames = ['Ana', 'Ben', 'Chidi', 'Dora', 'Eli', 'Fay', 'Gus'];

/** The same for the same word: for places whose address has to be known again. */
export function secretFrom(word: string): Secret {
  const secret = createHash('sha256').update(word).digest('base64url');
  return { secret, hash: createHash('sha256').update(secret).digest('hex') };
}

/**
 * Adds `count` people with names that differ and known personal addresses, as their trainer does; the first are placed, who
 * comes after the last place waits.
 * @param secretOf of the person at this index, from 0; drawn where it is not given
 */
export async function addPlaces(
  { trainer, training }: Pick<TrainingGround, 'trainer' | 'training'>,
  count: number,
  { kind = 'cohort', secretOf = drawSecret as (index: number) => Secret } = {}
): Promise<Placed[]> {
  const placed: Placed[] = [];
  for (let index = 0; index < count; index++) {
    const name = `${firstNames[index % 7]} ${familyNames[index % 10]}`;
    const email = `${kind === 'cohort' ? 'c' : 'o'}${index + 1}-${training.slice(0, 8)}@example.org`;
    const drawn = secretOf(index);
    const { place } = must(
      await trainer.client.rpc('add_place', {
        p_training: training,
        p_kind: kind,
        p_name: name,
        p_email: email,
        p_workplace: '',
        p_secret_hash: drawn.hash
      })
    ) as { place: string };
    placed.push({ ...drawn, place, name, email, path: `/place/${drawn.secret}` });
  }
  return placed;
}

type HalfDay = { day: number; half: 1 | 2; came?: boolean; late_minutes?: number; left_minutes?: number };

/** Notes attendance of these places in these half days; each half came unless it says otherwise. */
export async function noteAttendance(
  { trainer, training, organisation }: TrainingGround,
  places: readonly Pick<Placed, 'place'>[],
  halves: readonly HalfDay[]
): Promise<void> {
  const below = { training_id: training, organisation_id: organisation };
  const rows = places.flatMap(({ place }) =>
    halves.map((half) => ({ place_id: place, ...below, came: true, late_minutes: 0, left_minutes: 0, ...half }))
  );
  const { error } = await trainer.client.from('training_attendance').insert(rows);
  if (error) throw new Error(error.message);
}

/** Both halves of days 1 to `days`. */
export const wholeDays = (days = 5): HalfDay[] =>
  Array.from({ length: days }, (_, at) => at + 1).flatMap((day) => [
    { day, half: 1 },
    { day, half: 2 }
  ]);

const demoTitle = 'Facilitators of the harbour';
/** Two days are over, and they are enough for a certificate; three are to come. */
export const demoDays = { over: 2, dates: [...pastDates.slice(0, 2), ...fiveDates.slice(2)] };

/** A training of the demo's trainer, made once in a server, with three people in it whose addresses are the same in every test. */
export async function demoTraining(api: Api): Promise<TrainingGround & { places: Placed[] }> {
  const trainer = await demoPerson(api, 'trainer');
  const { client } = trainer;
  const member = client.from('organisation_members').select('organisation_id').eq('person_id', trainer.id);
  const { organisation_id: organisation } = must(await member.single());
  const secretOf = (index: number) => secretFrom(`${demoTitle} ${index}`);
  const found = must(await client.from('trainings').select('id, curriculum_id, sign_up_code').eq('title', demoTitle));
  if (!found[0]) {
    const ground = await planFiveDays(trainer, organisation, {
      title: demoTitle,
      dates: demoDays.dates,
      over: { days_needed: demoDays.over }
    });
    return { ...ground, places: await addPlaces(ground, 3, { secretOf }) };
  }
  const { id: training, curriculum_id: curriculum, sign_up_code: code } = found[0];
  const rows = client.from('training_places').select('id, name, email').eq('training_id', training);
  const places = must(await rows.order('turn').limit(3)).map(({ id, name, email }, index) => {
    const drawn = secretOf(index);
    return { ...drawn, place: id, name, email, path: `/place/${drawn.secret}` };
  });
  return { organisation, curriculum, training, code, trainer, places };
}
