import { toHtml } from '../../library/markdown.ts';
import { halfMinutes, minutesPerSubject, sessionMinutes } from './counts.ts';
import { isSession, type Break, type Curriculum, type Day, type Entry, type Session } from './schema.ts';

/** A session as it is read: its plan as HTML, its subject and handouts by their titles. */
export interface ReadSession extends Omit<Session, 'plan' | 'handouts'> {
  plan: string;
  subjectTitle: string;
  handouts: { slug: string; title: string }[];
}
export interface ReadHalf {
  /** Minutes of its sessions, and with the breaks. */
  sessions: number;
  all: number;
  entries: (ReadSession | Break)[];
}
export interface ReadDay extends Omit<Day, 'halves'> {
  halves: ReadHalf[];
}

/** A curriculum as it is read on a page: Markdown made HTML, minutes added up. */
export function readingOf(whole: Curriculum) {
  const subjects = new Map(whole.subjects.map(({ key, title }) => [key, title]));
  const titles = new Map(whole.handouts.map(({ slug, title }) => [slug, title]));
  const session = (one: Session): ReadSession => ({
    ...one,
    plan: toHtml(one.plan, 4),
    subjectTitle: subjects.get(one.subject) ?? one.subject,
    handouts: one.handouts.map((slug) => ({ slug, title: titles.get(slug) ?? slug }))
  });
  const half = (entries: Entry[]): ReadHalf => ({
    sessions: sessionMinutes(entries),
    all: halfMinutes(entries),
    entries: entries.map((entry) => (isSession(entry) ? session(entry) : entry))
  });
  return {
    title: whole.title,
    summary: whole.summary,
    subjects: minutesPerSubject(whole),
    days: whole.days.map((day): ReadDay => ({ ...day, halves: day.halves.map(half) })),
    extra: whole.extra.map(session),
    handouts: whole.handouts.map(({ slug, title, text }) => ({ slug, title, html: toHtml(text, 4) }))
  };
}
export type ReadCurriculum = ReturnType<typeof readingOf>;
