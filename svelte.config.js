import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ out: 'build', precompress: true }),
    // A page kept on a device is shown at other addresses than its own (src/lib/offline), and names its scripts whole.
    paths: { relative: false },
    // Registered by lib/offline/register.ts: on pages without the framework's client too, and not where it is turned off.
    serviceWorker: { register: false },
    // No third party, ever: the people who use this must not be seen by anyone else. Inline style attributes are
    // allowed because drag handles and bar charts set sizes; scripts are not.
    csp: {
      mode: 'auto',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        'style-src-attr': ['unsafe-inline'],
        'img-src': ['self', 'data:'],
        'connect-src': ['self'],
        'font-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self'],
        'frame-ancestors': ['none']
      }
    }
  }
};
