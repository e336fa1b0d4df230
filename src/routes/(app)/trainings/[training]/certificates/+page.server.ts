import { wallClock } from '$lib/agenda/clock';
import { orErrorPage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { running } from '$lib/server/theBackend';
import { formAction } from '$lib/teams/server/formAction';
import { attendanceSheet } from '$lib/training/attendance/server/sheet';
import { certificateHours } from '$lib/training/certificates/hours';
import { overviewOf, shownCertificate, standingsOf } from '$lib/training/certificates/overview';
import { issueSchema, revokeSchema } from '$lib/training/certificates/schema';
import { issueCertificates } from '$lib/training/certificates/server/issue';
import { certificateKeysOf } from '$lib/training/certificates/server/keyFile';
import { certificatesOf, revokeCertificate } from '$lib/training/certificates/server/store';
import { ruleSentence } from '$lib/training/delivery/rule';
import { trainingFrame } from '$lib/training/delivery/server/store';
import { timetableOf } from '$lib/training/timetable/server/store';
import { originOf } from '$lib/training/places/server/letters';
import { onlyHere } from '$lib/ui/copy-link/onlyHere';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function overview({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const [sheet, rows] = await Promise.all([
    found(attendanceSheet(locals.supabase, params.training, Date.now())),
    orErrorPage(certificatesOf(locals.supabase, params.training))
  ]);
  const certificates = rows.map(shownCertificate);
  return { sheet, certificates, ...overviewOf(standingsOf(sheet.cohort), certificates) };
}

export const load: PageServerLoad = async (event) => {
  const [{ sheet, ...shown }, timetable, { training }] = await Promise.all([
    overview(event),
    found(timetableOf(event.locals.supabase, event.params.training)),
    event.parent()
  ]);
  const origin = await originOf(event.url);
  const endsOn = training.days.at(-1)?.heldOn ?? '';
  return {
    ...shown,
    ready: shown.ready.map(({ place, name, counting }) => ({
      place,
      name,
      hours: certificateHours(timetable.slots, counting)
    })),
    rule: ruleSentence(sheet.rule, sheet.days.length),
    hours: certificateHours(timetable.slots),
    endsOn: endsOn >= wallClock(Date.now(), training.timeZone).date ? endsOn : null,
    zeros: timetable.slots.filter(({ subject, actualMinutes }) => subject !== null && actualMinutes === 0).length,
    onlyHere: onlyHere(origin) ? origin : null
  };
};

export const actions: Actions = {
  issue: formAction('issue', issueSchema, async (event: RequestEvent, { place }) => {
    const { locals, params, url } = event;
    const { organisationId } = await found(trainingFrame(locals.supabase, params.training));
    const places = place === 'all' ? (await overview(event)).ready.map((person) => person.place) : [place];
    const { env } = await running();
    const signing = { keys: certificateKeysOf(env), origin: await originOf(url) };
    await issueCertificates(locals.supabase, signing, organisationId, places);
  }),
  revoke: formAction('revoke', revokeSchema, ({ locals }: RequestEvent, { certificate, why }) =>
    revokeCertificate(locals.supabase, certificate, why)
  )
};
