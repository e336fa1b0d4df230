import { must, type Api } from '../policies/furnish.ts';
import { certificateOf } from './certificateGround.ts';
import { draftIn } from './curriculumGround.ts';
import { countedEvaluation } from './countedEvaluation.ts';
import { openEvaluation } from './openEvaluation.ts';
import { at, type Opened } from './opened.ts';
import { demoDays, demoTraining } from './trainingGround.ts';

/** The pages of trainings for the walk in pages.test.ts: what needs no account, and what the demo's trainer sees. */
export async function trainingPages(api: Api): Promise<Record<'visitor' | 'trainer', Opened[]>> {
  const ground = await demoTraining(api);
  const { training } = ground;
  const holder = ground.places[2]!;
  const certificate = await certificateOf(api, ground, holder, demoDays.over);
  const { organisation } = ground;
  const evaluation = await countedEvaluation(ground);
  const open = await openEvaluation(ground.trainer, organisation);
  const version = await draftIn(ground.trainer.client, organisation);
  const door = await ground.trainer.client.rpc('door_code', { p_training: training, p_day: 1, p_half: 1 });
  const { code } = must(door) as { code: string };
  return {
    visitor: [
      // Certificates.
      at('/certificates/verify'),
      at('/certificates/[id]', { id: certificate }),
      at('/place/[place]/certificate', { place: holder.secret }),
      // The door of a half day, for who has scanned its code.
      at('/door/[training]/[half]/[code]', { training, half: '1-1', code }),
      // Signing up, and one's own page.
      at('/training/[code]', { code: ground.code }),
      at('/place/[place]', { place: holder.secret }),
      // A form on one's own page.
      at('/place/[place]/evaluations/[evaluation]', open)
    ],
    trainer: [
      // Plan, overview, change and copy.
      ...['/trainings', '/trainings/new'].map((route) => at(route)),
      ...['', '/change', '/copy'].map((part) => at(`/trainings/[training]${part}`, { training })),
      // The curriculum, and the draft of its next version.
      at('/curricula/[organisation]', { organisation }),
      at('/curricula/[organisation]/[version]', { organisation, version: 'circlewell' }),
      ...['', '/days/[day]', '/sessions/[session]', '/sessions/new', '/handouts/[handout]', '/handouts/new'].map(
        (part) =>
          at(`/curricula/[organisation]/[version]${part}`, {
            organisation,
            version,
            day: '1',
            session: 'talk-1',
            handout: 'one-page'
          })
      ),
      // Evaluation.
      ...['', '/new', '/[evaluation]', '/[evaluation]/paper', '/[evaluation]/form'].map((part) =>
        at(`/trainings/[training]/evaluations${part}`, { training, evaluation })
      ),
      // Certificates.
      ...['', '/sheets', '/[place]'].map((part) =>
        at(`/trainings/[training]/certificates${part}`, { training, place: holder.place })
      ),
      // Attendance, and the door.
      ...['/attendance', '/attendance/[half]', '/attendance/person/[place]', '/door/[half]'].map((part) =>
        at(`/trainings/[training]${part}`, { training, half: '1-1', place: holder.place })
      ),
      // People.
      ...['', '/new', '/several', '/write', '/[place]'].map((part) =>
        at(`/trainings/[training]/people${part}`, { training, place: holder.place })
      ),
      // Timetable and days.
      ...['/timetable', '/timetable/actual', '/days/[day]', '/days/[day]/pack', '/days/[day]/handouts/[slug]'].map(
        (part) => at(`/trainings/[training]${part}`, { training, day: '1', slug: 'one-page' })
      ),
      // The last day's pack has the evaluation on paper.
      at('/trainings/[training]/days/[day]/pack', { training, day: '5' }, '?paper=letter')
    ]
  };
}
