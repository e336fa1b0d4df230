import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import { attendanceCsv } from '$lib/training/attendance/attendanceCsv';
import { attendanceSheet } from '$lib/training/attendance/server/sheet';
import type { RequestHandler } from './$types';

/** Attendance as a table for a spreadsheet, for the trainers. */
export const GET: RequestHandler = async ({ locals, params }) => {
  if (!locals.person) error(401, { message: m.server_not_allowed(), id: '' });
  const sheet = await found(attendanceSheet(locals.supabase, params.training, Date.now()));
  return new Response(attendanceCsv(sheet), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="attendance.csv"',
      'cache-control': 'private, no-store'
    }
  });
};
