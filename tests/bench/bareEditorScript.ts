import { build } from 'esbuild';
import { join } from 'node:path';

/** The bare editor as one script, minified. */
export async function bareEditorScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'bareEditor.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' }
  });
  return outputFiles[0]?.text ?? '';
}
