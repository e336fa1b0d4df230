import { orErrorPage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { running } from '$lib/server/theBackend';
import { formAction } from '$lib/teams/server/formAction';
import { attendanceSheet } from '$lib/training/attendance/server/sheet';
import { overviewOf, shownCertificate, standingsOf } from '$lib/training/certificates/overview';
import { issueSchema, revokeSchema } from '$lib/training/certificates/schema';
import { issueCertificates } from '$lib/training/certificates/server/issue';
import { certificateKeysOf } from '$lib/training/certificates/server/keyFile';
import { certificatesOf, revokeCertificate } from '$lib/training/certificates/server/store';
import { ruleSentence } from '$lib/training/delivery/rule';
import { trainingFrame } from '$lib/training/delivery/server/store';
import { originOf } from '$lib/training/places/server/letters';
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
  const { sheet, ...shown } = await overview(event);
  return { ...shown, rule: ruleSentence(sheet.rule, sheet.days.length) };
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
