/**
 * Headers of pages that have a secret in their address or in a form: nobody keeps them on the way, and no search engine shows them. The address
 * leaves in no Referer header, since the whole site sends those to itself only (pageHeaders.ts).
 * @param person who is signed in: then no-store is said for every page already (requests.ts)
 */
export const privatePage = (person: unknown): Record<string, string> => ({
  'x-robots-tag': 'noindex, nofollow',
  ...(person ? {} : { 'cache-control': 'private, no-store' })
});
