const here = 'http://here.invalid';

/**
 * Where to go after signing in, when it is a page of this very site; null for anything else, so that a link made by
 * someone else never leads a person who has just signed in to another site.
 */
export function returnAddress(text: string | null | undefined): string | null {
  if (!text || text.length > 500 || !text.startsWith('/')) return null;
  // Browsers read "\" as "/" and skip tabs and line ends, so "/\evil.example" and "/<tab>/evil.example" leave the site.
  if (/[\\\p{Cc}]/u.test(text) || text.startsWith('//')) return null;
  try {
    const url = new URL(text, here);
    // "/.//evil.example" becomes "//evil.example" once its dots are worked out.
    if (url.origin !== here || url.pathname.startsWith('//')) return null;
    // Leading back to a page for signing in or out would go round in circles.
    if (/^\/(?:sign-(?:in|up|out)|reset|demo)(?:\/|$)/.test(url.pathname)) return null;
    return url.pathname + url.search;
  } catch {
    return null;
  }
}

/** `?next=…` for a link or a form's address, or nothing. Pass '&' where the address has a question mark already. */
export function nextQuery(next: string | null, sign: '?' | '&' = '?'): string {
  return next ? `${sign}next=${encodeURIComponent(next)}` : '';
}
