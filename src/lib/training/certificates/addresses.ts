/** Where the public parts of certificates are, below the address of this server. Ids only: nobody is named in an address. */
export const keyPath = (key: string): string => `/certificates/keys/${key}.json`;
export const issuerPath = (organisation: string): string => `/certificates/issuers/${organisation}.json`;
export const revokedPath = (organisation: string): string => `/certificates/revoked/${organisation}.json`;
export const statusPath = (certificate: string): string => `/certificates/${certificate}/status.json`;
/** The same for people: the address on paper. */
export const standingPath = (certificate: string): string => `/certificates/${certificate}`;
export const verifyPath = '/certificates/verify';

/**
 * The path of an address that is a public part of certificates of this server, and null for every other: what a file names
 * is asked of nobody but this server.
 * @param origin of this server, as certificates carry it
 */
export function ownPath(address: string, origin: string): string | null {
  if (!address.startsWith(`${origin}/certificates/`)) return null;
  const path = address.slice(origin.length);
  return /^\/certificates\/(?:keys|issuers|revoked)\/[0-9a-f-]{36}\.json$/.test(path) ? path : null;
}

/** Gives the JSON at an address of this server by its path, and null for addresses elsewhere and for what could not be had. */
export const jsonAt =
  (origin: string, get: (path: string) => Promise<Response>) =>
  async (address: string): Promise<unknown> => {
    const path = ownPath(address, origin);
    if (path === null) return null;
    try {
      const answer = await get(path);
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  };
