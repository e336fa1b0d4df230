import { wallClock } from '$lib/agenda/clock';
import { orErrorPage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { formAction } from '$lib/teams/server/formAction';
import { attendanceSheet } from '$lib/training/attendance/server/sheet';
import { certificateHours } from '$lib/training/certificates/hours';
import { overviewOf, shownCertificate, standingsOf } from '$lib/training/certificates/overview';
import { issueSchema, revokeSchema } from '$lib/training/certificates/schema';
import { issueCertificates } from '$lib/training/certificates/server/issue';
import { certificatesOf, revokeCertificate } from '$lib/training/certificates/server/store';
import { ruleSentence } from '$lib/training/delivery/rule';
import { trainingFrame } from '$lib/training/delivery/server/store';
import { timetableOf } from '$lib/training/timetable/server/store';
import { originOf } from '$lib/training/places/server/letters';
import { onlyHere } from '$lib/ui/copy-link/onlyHere';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function overview({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const [training, sheet, rows] = await Promise.all([
    found(trainingFrame(locals.supabase, params.training)),
    found(attendanceSheet(locals.supabase, params.training, Date.now())),
    orErrorPage(certificatesOf(locals.supabase, params.training))
  ]);
  const certificates = rows.map(shownCertificate);
  // The earlier of here and UTC, which certificates are dated by.
  const [here, utc] = [training.timeZone, 'UTC'].map((zone) => wallClock(Date.now(), zone).date) as [string, string];
  const today = here < utc ? here : utc;
  return { sheet, certificates, ...overviewOf(standingsOf(sheet), certificates, today) };
}

export const load: PageServerLoad = async (event) => {
  const [{ sheet, ...shown }, timetable] = await Promise.all([
    overview(event),
    found(timetableOf(event.locals.supabase, event.params.training))
  ]);
  const origin = await originOf(event.url);
  return {
    ...shown,
    ready: shown.ready.map(({ place, name, counting }) => ({
      place,
      name,
      hours: certificateHours(timetable.slots, counting)
    })),
    rule: ruleSentence(sheet.rule, sheet.days.length),
    hours: certificateHours(timetable.slots),
    zeros: timetable.slots.filter(({ subject, actualMinutes }) => subject !== null && actualMinutes === 0).length,
    onlyHere: onlyHere(origin) ? origin : null
  };
};

export const actions: Actions = {
  issue: formAction('issue', issueSchema, async (event: RequestEvent, { place }) => {
    const places = place === 'all' ? (await overview(event)).ready.map((person) => person.place) : [place];
    await issueCertificates(event.locals.supabase, await originOf(event.url), places);
  }),
  revoke: formAction('revoke', revokeSchema, ({ locals }: RequestEvent, { certificate, why }) =>
    revokeCertificate(locals.supabase, certificate, why)
  )
};
