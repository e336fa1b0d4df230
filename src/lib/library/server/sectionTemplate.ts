import type { CircleTemplate } from '../../circles/circleTemplate.ts';
import type { Supabase } from '$lib/server/supabase';
import type { DocumentOf } from '../schema.ts';
import { sectionTemplates } from '../sectionTemplate.ts';
import { builtInDocument } from './builtIn.ts';
import { copyOfText } from './copyStore.ts';

/**
 * The agenda a key names (`section.<slug>.<n>`) as a template, under that key; nothing when there is none. A team that
 * has its own copy of the section, its practice or its scenario plans from that.
 */
export async function sectionTemplate(
  supabase: Supabase,
  teamId: string,
  key: string
): Promise<Record<string, CircleTemplate>> {
  const slug = /^section\.([a-z0-9-]+)\.\d$/.exec(key)?.[1];
  if (!slug) return {};
  const own = async <K extends 'section' | 'scenario' | 'practice'>(
    kind: K,
    slug: string
  ): Promise<DocumentOf<K> | null> => (await copyOfText(supabase, teamId, kind, slug)) ?? builtInDocument(kind, slug);
  const section = await own('section', slug);
  if (!section) return {};
  const [scenario, practice] = await Promise.all([
    section.scenarios[0] ? own('scenario', section.scenarios[0]) : null,
    own('practice', section.practice)
  ]);
  const template = sectionTemplates(section, { scenario, practice })[key];
  return template ? { [key]: template } : {};
}
