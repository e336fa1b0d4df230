import { error, fail } from '@sveltejs/kit';
import { figuresOf, countStatuses } from '$lib/records/attendance';
import { leftOver, readAttendance } from '$lib/records/attendanceForm';
import { attendanceOf, excuseMyself, saveAttendance, takeBackMyself } from '$lib/records/server/attendanceStore';
import * as m from '$lib/paraglide/messages';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const attendanceFor = ({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) =>
  found(attendanceOf(locals.supabase, params.circle, locals.person?.id ?? ''));

const done = { values: {}, errors: {} };

export const load: PageServerLoad = async ({ locals, params }) => {
  const { circle, lines, ...attendance } = await attendanceFor({ locals, params });
  return {
    circle,
    lines,
    ...attendance,
    own: lines.find(({ personId }) => personId === locals.person?.id) ?? null,
    figures: figuresOf(countStatuses(lines), attendance.unnamed)
  };
};

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const form = await request.formData();
    const values = typedValues(form);
    const { changes, errors, unsaved } = readAttendance(form);
    const answer = await orFormMessage(values, async () => {
      await saveAttendance(locals.supabase, params.circle, changes);
      return { ...done, which: 'save', done: 'saved' };
    });
    if ('status' in answer) return fail(answer.status, { ...answer.data, which: 'save', done: '' });
    if (unsaved.length === 0) return answer;
    const message = m.records_attendance_partly({ what: unsaved.join(', ') });
    return fail(400, { which: 'save', done: '', values: leftOver(values, errors), errors, message });
  },
  excuse: async ({ request, locals, params }) => {
    const as = String((await request.formData()).get('as'));
    if (as !== 'apology' && as !== 'declined' && as !== 'back') error(400, { message: m.server_not_valid(), id: '' });
    const { circle } = await attendanceFor({ locals, params });
    const person = locals.person?.id ?? '';
    const answer = await orFormMessage({}, async () => {
      if (as === 'back') await takeBackMyself(locals.supabase, circle.id, person);
      else await excuseMyself(locals.supabase, circle, person, as);
      return { ...done, which: 'excuse', done: as };
    });
    return 'status' in answer ? fail(answer.status, { ...answer.data, which: 'excuse', done: '' }) : answer;
  }
};
