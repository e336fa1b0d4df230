const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** The drawing as a picture with a name and a description, for people who hear the page; `id` is unique on the page. */
export function describedDrawing(svg: string, { id, title, summary }: { id: string; title: string; summary: string }) {
  const told = `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(summary)}</desc>`;
  return svg
    .trim()
    .replace(
      /^<svg ([^>]*)>/,
      `<svg $1 role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc">${told}`
    );
}
