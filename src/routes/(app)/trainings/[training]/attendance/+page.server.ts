import { found } from '$lib/server/found';
import { attendanceSheet } from '$lib/training/attendance/server/sheet';
import { ruleSentence } from '$lib/training/delivery/rule';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const sheet = await found(attendanceSheet(locals.supabase, params.training, Date.now()));
  return { sheet, rule: ruleSentence(sheet.rule, sheet.days.length), wide: true };
};
