import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** What time it is here, ms since 1970: devices in a circle have clocks of their own, and share this one. */
export const GET: RequestHandler = () => json({ now: Date.now() }, { headers: { 'cache-control': 'no-store' } });
