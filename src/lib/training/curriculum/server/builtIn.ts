import { readCurriculum } from '../readCurriculum.ts';

const files = import.meta.glob<string>('../content/**/*.md', { query: '?raw', import: 'default', eager: true });

/** The curriculum that Circlewell ships; a file with a fault stops the build, with its line. */
export const builtInCurriculum = readCurriculum(
  Object.fromEntries(Object.entries(files).map(([path, source]) => [path.replace('../content/', ''), source]))
);
