import type { Device } from './kept.ts';

const origin = 'https://circles.example.org';
const pathOf = (asked: RequestInfo | URL) =>
  new URL(typeof asked === 'object' && 'url' in asked ? asked.url : String(asked), origin);

/** Caches and a network in memory, for tests: as much of the browser's as the worker uses. Queries are always ignored. */
export function testDevice(pages: Record<string, string> = {}) {
  const caches = new Map<string, Map<string, Response>>();
  const asked: string[] = [];
  const cacheOf = (entries: Map<string, Response>) => ({
    keys: async () => [...entries.keys()].map((path) => ({ url: origin + path })),
    match: async (path: RequestInfo | URL) => entries.get(pathOf(path).pathname)?.clone(),
    put: async (path: RequestInfo | URL, answer: Response) => void entries.set(pathOf(path).pathname, answer),
    delete: async (path: RequestInfo | URL) => entries.delete(pathOf(path).pathname)
  });
  const store = {
    keys: async () => [...caches.keys()],
    has: async (name: string) => caches.has(name),
    open: async (name: string) => {
      if (!caches.has(name)) caches.set(name, new Map());
      return cacheOf(caches.get(name)!);
    },
    delete: async (name: string) => caches.delete(name),
    match: async (path: RequestInfo | URL) =>
      [...caches.values()].map((entries) => entries.get(pathOf(path).pathname)).find(Boolean)
  } as unknown as CacheStorage;
  const ask: Device['ask'] = async (path) => {
    asked.push(path);
    const text = pages[path];
    return new Response(text ?? 'nothing here', { status: text === undefined ? 404 : 200 });
  };
  /** What is in each cache, by path. */
  const inside = () => Object.fromEntries([...caches].map(([name, entries]) => [name, [...entries.keys()].sort()]));
  return { store, ask, asked, pages, inside };
}
