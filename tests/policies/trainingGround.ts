import { createHash, randomBytes } from 'node:crypto';
import type { House } from './actors.ts';
import { must, type Client } from './furnish.ts';

/** A curriculum as small as one can be: two days, a subject each, and the circle that opens them. */
export const smallCurriculum = {
  title: 'Small curriculum',
  summary: 'For tests.',
  version: 1,
  subjects: [
    { key: 'circles', title: 'Keeping circles' },
    { key: 'risk', title: 'Risk' }
  ],
  days: [],
  extra: [],
  handouts: []
};

export type Secret = { secret: string; hash: string };
/** A personal address of a participant, and what the database keeps of it. */
export function drawSecret(): Secret {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: createHash('sha256').update(secret).digest('hex') };
}

export type TrainingGround = { training: string; curriculum: string; code: string };

/**
 * A training of the house's organisation, planned by its trainer: one day open to all, the others for the cohort, a circle in the morning and
 * a talk in the afternoon of each. `days`: dates of its days.
 */
export async function planTraining(
  house: House,
  trainer: Client,
  { days = ['2027-03-30', '2027-03-31'], ...given }: { days?: string[] } & Record<string, unknown> = {}
): Promise<TrainingGround> {
  const curriculum = must(
    await trainer
      .from('curricula')
      .insert({
        organisation_id: house.organisation,
        title: 'Small',
        document: smallCurriculum,
        published_at: '2026-01-01'
      })
      .select('id')
      .single()
  ).id;
  const session = (day: number, half: number, subject: string) => ({
    day,
    half,
    position: 0,
    title: `${subject} ${day}`,
    subject,
    format: half === 1 ? 'circle' : 'talk',
    minutes: 60
  });
  const training = must(
    await trainer.rpc('plan_training', {
      p_organisation: house.organisation,
      p_key: crypto.randomUUID(),
      p_curriculum: curriculum,
      p_training: {
        title: 'Facilitators, spring',
        time_zone: 'Europe/London',
        trainers: ['Tara Trainer'],
        places: 20,
        open_places: 60,
        days_needed: days.length,
        make_ups_count: true,
        most_missed: 30,
        ...given
      },
      p_days: days.map((held_on, at) => ({
        day: at + 1,
        held_on,
        audience: at === 0 ? 'open' : 'cohort',
        morning_starts: '09:30',
        afternoon_starts: '13:15'
      })),
      p_sessions: days.flatMap((_, at) => [session(at + 1, 1, 'circles'), session(at + 1, 2, 'risk')])
    })
  );
  const { sign_up_code } = must(
    await trainer.from('trainings').update({ sign_up_open: true }).eq('id', training).select('sign_up_code').single()
  );
  return { training, curriculum, code: sign_up_code };
}

/** Signs somebody up by the public code. Without a client of their own: a visitor. */
export async function takePlace(
  client: Client,
  code: string,
  { kind = 'cohort', name = 'Pia Participant', email = '', workplace = '' } = {}
): Promise<Secret & { place: string; status: string }> {
  const drawn = drawSecret();
  const { status, place } = must(
    await client.rpc('sign_up', {
      p_code: code,
      p_kind: kind,
      p_name: name,
      p_email: email,
      p_workplace: workplace,
      p_secret_hash: drawn.hash
    })
  ) as { status: string; place: string };
  return { ...drawn, place, status };
}

/** Everybody here, in every half day of these days. */
export async function attendAll(house: House, trainer: Client, training: string, places: string[], days: number[]) {
  must(
    await trainer
      .from('training_attendance')
      .insert(
        places.flatMap((place_id) =>
          days.flatMap((day) =>
            [1, 2].map((half) => ({
              place_id,
              training_id: training,
              organisation_id: house.organisation,
              day,
              half,
              came: true
            }))
          )
        )
      )
      .select('place_id')
  );
}
