/** Headers that every answer carries, a page made when the app was built (src/bin/serve.mjs) as one made now. */
export const everyAnswer = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'Cross-Origin-Opener-Policy': 'same-origin'
};

/** Where the site is reached by https, it is from now on. */
export const transportSecurity = { 'Strict-Transport-Security': 'max-age=31536000' };

/**
 * The policy of svelte.config.js for pages made when the app was built: SvelteKit puts theirs into the page, where browsers
 * do not heed frame-ancestors. tests/e2e/library.test.ts compares the two.
 */
export const builtPagePolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'"
].join('; ');
