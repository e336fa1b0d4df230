import { fileOfPlace } from '$lib/training/certificates/server/ownFile';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) => fileOfPlace(locals.supabase, params, 'jwt');
