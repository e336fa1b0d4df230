import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');

// The peer of a page: SvelteKit with every part of it that our pages use (blocks, snippets, bindings, enhanced forms, the
// page's state, a component fetched later), and next to nothing on it.
const files = {
  'package.json': '{ "type": "module" }',
  'svelte.config.js':
    "import adapter from '@sveltejs/adapter-node';\nexport default { kit: { adapter: adapter({ out: 'build', precompress: true }) } };",
  'vite.config.js': "import { sveltekit } from '@sveltejs/kit/vite';\nexport default { plugins: [sveltekit()] };",
  'src/app.html':
    '<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">%sveltekit.head%</head><body><div>%sveltekit.body%</div></body></html>',
  'src/routes/+layout.svelte': `<script>
  import { page } from '$app/state';
  let { children } = $props();
  const here = $derived(page.url.pathname);
</script>
<svelte:head><title>Floor</title></svelte:head>
<nav><a href="/" aria-current={here === '/' ? 'page' : undefined}>Start</a></nav>
{@render children()}`,
  'src/routes/+page.server.js': `export const load = () => ({ lines: ['one', 'two'] });
export const actions = { default: async () => ({ done: true }) };`,
  'src/routes/+page.svelte': `<script>
  import { onMount } from 'svelte';
  import { enhance } from '$app/forms';
  import { invalidateAll } from '$app/navigation';
  let { data, form } = $props();
  let open = $state(false);
  let text = $state('');
  let box;
  let Later = $state();
  const id = $props.id();
  $effect(() => { if (open) box.focus(); });
  onMount(async () => { if (data.lines.length > 9) Later = (await import('./Later.svelte')).default; });
</script>
{#snippet line(words)}<li class={{ open }} style:color={open ? 'red' : null}>{words}</li>{/snippet}
<h1>A page</h1>
<p>With two lines on it, to be a page at all, and a form to send.</p>
<ul>{#each data.lines as words (words)}{@render line(words)}{/each}</ul>
{#if form?.done}<p>Done</p>{:else if open}<p>{text}</p>{/if}
<form method="POST" use:enhance>
  <input bind:this={box} bind:value={text} {id} {...{ name: 'text' }} />
  <button onclick={() => { open = !open; void invalidateAll(); }}>Send</button>
</form>
<svelte:element this={open ? 'h2' : 'h3'}>Last</svelte:element>
{#key open}<span>{open}</span>{/key}
{#if Later}<Later />{/if}`,
  'src/routes/Later.svelte': '<p>Later</p>'
};

export type Floor = { url: string; stop: () => Promise<void> };

/** Builds that page with the versions of this project, and serves it. */
export async function startFloor(): Promise<Floor> {
  const folder = mkdtempSync(join(tmpdir(), 'circlewell-floor-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const build = spawn(process.execPath, [vite, 'build', '--logLevel=error'], {
      cwd: folder,
      stdio: ['ignore', 2, 2]
    });
    const [code] = await once(build, 'exit');
    if (code !== 0) throw new Error('the bare page could not be built');
    const { handler } = (await import(pathToFileURL(join(folder, 'build/handler.js')).href)) as {
      handler: Parameters<typeof createServer>[1];
    };
    const server = createServer(handler).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      stop: async () => {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
        remove();
      }
    };
  } catch (error) {
    remove();
    throw error;
  }
}
