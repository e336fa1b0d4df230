import * as m from '../../paraglide/messages.js';
import { builtInName, type CurriculumVersion } from './versions.ts';

/** What a version is called on screen. */
export const versionName = ({ builtIn, name }: Pick<CurriculumVersion, 'builtIn' | 'name'>): string =>
  builtIn === null ? m.training_curriculum_version({ number: name }) : m.training_curriculum_built_in();

/** What a version was made from, as a sentence; empty for the built-in one. */
export function basedOnWords({ basedOn, builtIn }: Pick<CurriculumVersion, 'basedOn' | 'builtIn'>): string {
  if (builtIn !== null || !basedOn) return '';
  const [kind, number = ''] = basedOn.split(' ');
  return kind === builtInName ? m.training_curriculum_from_built_in() : m.training_curriculum_from_version({ number });
}
