/** A part of a document as lines to read: a list a line an entry, the fields of an entry side by side. */
export function asText(part: unknown): string {
  if (Array.isArray(part)) return part.map((entry) => `– ${asText(entry).replaceAll('\n', '; ')}`).join('\n');
  if (typeof part === 'object' && part !== null) return Object.values(part).map(asText).join('\n');
  return String(part ?? '');
}
