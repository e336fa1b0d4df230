import { meetingRecordOf } from '$lib/records/meetingRecord';
import { recordOf } from '$lib/records/server/recordStore';
import { found } from '$lib/server/found';
import type { RequestHandler } from './$types';

/** The record as a meeting-record/1 file: what this person may read of it, and no more. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { circle, record, figures, actions } = await found(
    recordOf(locals.supabase, params.circle, locals.person?.id ?? '')
  );
  const file = meetingRecordOf(circle, record, figures, actions);
  // The name says nothing of what is in it: it lies in the downloads of a computer that others may use.
  return new Response(`${JSON.stringify(file, null, 1)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="record-${circle.heldOn[0] ?? 'circle'}.json"`,
      'cache-control': 'no-store'
    }
  });
};
