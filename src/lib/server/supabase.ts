import { createServerClient } from '@supabase/ssr';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Cookies } from '@sveltejs/kit';
import { jwtVerify } from 'jose';
import type { Database } from '../database.types.ts';
import type { Backend } from './backend.ts';

export type Supabase = SupabaseClient<Database>;
export type Person = { id: string; email: string };

/** What supabase-js needs of cookies: those of a page request, or the header of a socket's. */
export type CookieJar = {
  getAll: () => { name: string; value: string }[];
  set?: (name: string, value: string, options: { path: string; maxAge?: number; secure: boolean }) => void;
};

/** A client that acts as the person whose session the cookies hold; row level security decides. */
export function clientFor(backend: Backend, jar: CookieJar, secure: boolean): Supabase {
  return createServerClient<Database>(backend.url, backend.publishableKey, {
    global: { fetch: backend.fetch },
    cookieOptions: { name: 'circlewell', path: '/', sameSite: 'lax', secure, httpOnly: true },
    cookies: {
      getAll: jar.getAll,
      setAll: (cookies) => {
        for (const { name, value, options } of cookies)
          jar.set?.(name, value, {
            path: '/',
            secure,
            ...(options.maxAge === undefined ? {} : { maxAge: options.maxAge })
          });
      }
    }
  }) as unknown as Supabase;
}

export function pageCookies(cookies: Cookies): CookieJar {
  return {
    getAll: () => cookies.getAll(),
    // Always out of reach of scripts: the session is for the server alone, supabase-js does not run in the browser.
    set: (name, value, options) => cookies.set(name, value, { ...options, httpOnly: true, sameSite: 'lax' })
  };
}

/** The cookies of a request that is not a page, such as a socket's upgrade. They cannot be set. */
export function headerCookies(header: string | null | undefined): CookieJar {
  const pairs = (header ?? '').split(';').flatMap((part) => {
    const at = part.indexOf('=');
    if (at < 0) return [];
    const value = part.slice(at + 1).trim();
    try {
      return [{ name: part.slice(0, at).trim(), value: decodeURIComponent(value) }];
    } catch {
      return [{ name: part.slice(0, at).trim(), value }];
    }
  });
  return { getAll: () => pairs };
}

/**
 * Who the session belongs to, or null. On the embedded backend the token is checked here (its key is ours), which spares a
 * round trip on every page. A token outlives its session by an hour at most; what it may do is asked of the memberships.
 */
export async function personOf(backend: Backend, supabase: Supabase): Promise<Person | null> {
  const { data } = await supabase.auth.getSession();
  const token = data.session?.access_token;
  if (!token) return null;
  if (backend.jwtSecret) {
    try {
      const { payload } = await jwtVerify(token, new TextEncoder().encode(backend.jwtSecret), {
        algorithms: ['HS256']
      });
      return payload.sub ? { id: payload.sub, email: String(payload.email ?? '') } : null;
    } catch {
      return null;
    }
  }
  const { data: verified } = await supabase.auth.getClaims(token);
  return verified ? { id: verified.claims.sub, email: String(verified.claims.email ?? '') } : null;
}

/** The server's own client, for jobs and the store of live notes. Never for a request made for a person. */
export function serviceClient(backend: Backend): Supabase {
  return createClient<Database>(backend.url, backend.secretKey, {
    global: { fetch: backend.fetch },
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }
  });
}
