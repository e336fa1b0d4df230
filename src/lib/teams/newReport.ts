/** A published report as the home page tells of it. */
export interface NewReport {
  circleId: string;
  circle: string;
  version: number;
  /** ISO 8601 instant. */
  publishedAt: string;
}

/** A report is news for this long, in milliseconds: a month, so that people on leave still hear of it. */
const news = 30 * 86_400_000;

/** The newest version of each circle that is news, the latest first; `now` in milliseconds. */
export function newReports(reports: readonly NewReport[], now: number): NewReport[] {
  const newest = new Map<string, NewReport>();
  for (const report of reports) {
    if (Date.parse(report.publishedAt) < now - news) continue;
    if (report.version > (newest.get(report.circleId)?.version ?? 0)) newest.set(report.circleId, report);
  }
  return [...newest.values()].sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt));
}
