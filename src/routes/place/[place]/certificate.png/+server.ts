import { ownFile } from '$lib/training/certificates/server/ownFile';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) => ownFile(locals.supabase, params.place, 'png');
