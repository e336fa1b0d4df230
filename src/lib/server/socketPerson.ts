import { combineChunks, stringFromBase64URL } from '@supabase/ssr';
import { createClient } from '@supabase/supabase-js';
import { decodeJwt, jwtVerify } from 'jose';
import type { Database } from '../database.types.ts';
import type { Backend } from './backend.ts';
import { headerCookies, type Supabase } from './supabase.ts';

/** Somebody at a socket: who they are, until when, and a client that acts as them. */
export interface SocketPerson {
  id: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  supabase: Supabase;
}

/**
 * The person behind a socket's request, from its session cookie or, for a tool, from an access token. Null when there is
 * none, or it has ended.
 *
 * A session is never renewed here: that would use up its refresh token, and an upgrade has no way to hand the new cookie
 * back. The page does it, when the client asks for it after being sent away.
 */
export async function socketPerson(backend: Backend, request: Request, token: string): Promise<SocketPerson | null> {
  const accessToken = (await cookieToken(request)) ?? token;
  if (!accessToken) return null;
  const options = { auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false } };
  const connection = [backend.url, backend.publishableKey] as const;
  try {
    if (backend.jwtSecret) {
      await jwtVerify(accessToken, new TextEncoder().encode(backend.jwtSecret), { algorithms: ['HS256'] });
    } else {
      const asker = createClient(...connection, { ...options, global: { fetch: backend.fetch } });
      if ((await asker.auth.getUser(accessToken)).error) return null;
    }
    const { sub, exp } = decodeJwt(accessToken);
    if (!sub || !exp || exp * 1000 <= Date.now()) return null;
    const supabase = createClient<Database>(...connection, {
      ...options,
      global: { fetch: backend.fetch },
      accessToken: async () => accessToken
    });
    return { id: sub, expiresAt: exp * 1000, supabase };
  } catch {
    return null;
  }
}

async function cookieToken(request: Request): Promise<string | null> {
  const cookies = headerCookies(request.headers.get('cookie')).getAll();
  const session = await combineChunks('circlewell', (name) => cookies.find((cookie) => cookie.name === name)?.value);
  if (!session?.startsWith('base64-')) return null;
  try {
    const { access_token: accessToken } = JSON.parse(stringFromBase64URL(session.slice('base64-'.length)));
    return typeof accessToken === 'string' ? accessToken : null;
  } catch {
    return null;
  }
}
