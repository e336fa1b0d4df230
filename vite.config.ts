import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';

/** Hands WebSocket upgrades of the development server to the same handler that serves production (see hooks.server.ts). */
function collabInDevelopment(): Plugin {
  return {
    name: 'circlewell-collab',
    configureServer(server) {
      server.httpServer?.on('upgrade', (request, socket, head) => {
        if (!request.url?.startsWith('/collab')) return;
        globalThis.circlewellUpgrade?.(request, socket, head);
      });
    }
  };
}

export default defineConfig({
  plugins: [
    tailwindcss(),
    paraglideVitePlugin({
      project: './src/project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['baseLocale']
    }),
    sveltekit(),
    collabInDevelopment()
  ]
});
