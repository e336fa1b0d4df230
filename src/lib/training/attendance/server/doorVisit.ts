import type { Cookies } from '@sveltejs/kit';
import { z } from 'zod';
import { placeKinds } from '../../places/schema.ts';
import { kept } from './doorCookie.ts';

const hours = 12;
const minutes = 10;

const noted = z.object({ already: z.boolean(), late: z.int().min(0), kind: z.enum(placeKinds).nullable() });
/** What was noted by e-mail address on this phone. */
export type NotedByEmail = z.infer<typeof noted>;
/** Fields of a form. */
const typed = z.record(z.string(), z.string());

type Visit = { cookies: Cookies; url: URL };
/** Behind another code of the same half day another person may stand. */
const byCode = ({ pathname }: URL) => pathname;
const byHalf = ({ pathname }: URL) => pathname.slice(0, pathname.lastIndexOf('/'));

/** Lets the page that noted somebody by e-mail still say so when it is loaded again. Nothing in it says who. */
export const keepNoted = async ({ cookies, url }: Visit, what: NotedByEmail): Promise<void> =>
  cookies.set('noted', JSON.stringify(what), await kept(url, byCode(url), hours * 3600));

export const notedHere = ({ cookies }: Pick<Visit, 'cookies'>): NotedByEmail | null =>
  read(noted, cookies.get('noted'));

/** Keeps what was typed when the code ran out meanwhile, for the form behind the next code. Valid values only: a cookie has limits. */
export const keepTyped = async ({ cookies, url }: Visit, values: Record<string, string>): Promise<void> =>
  cookies.set('typed', JSON.stringify(values), await kept(url, byHalf(url), minutes * 60));

export const typedBefore = ({ cookies }: Pick<Visit, 'cookies'>): Record<string, string> | null =>
  read(typed, cookies.get('typed'));

/** They are in: nothing of it is needed any more. */
export const forgetTyped = ({ cookies, url }: Visit): void => cookies.delete('typed', { path: byHalf(url) });

function read<T>(schema: z.ZodType<T>, text: string | undefined): T | null {
  try {
    return schema.safeParse(JSON.parse(text ?? '')).data ?? null;
  } catch {
    return null;
  }
}
