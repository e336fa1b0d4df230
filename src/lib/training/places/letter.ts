import * as m from '../../paraglide/messages.js';
import { dayInWords, type DatedDay, type Stretch } from './dayTimes.ts';
import type { PlaceKind, PlaceState } from './schema.ts';

/** What letters say of a training. */
export interface LetterTraining {
  title: string;
  organisation: string;
  venue: string;
  link: string;
  /** How people reach the trainers; empty when nobody wrote it down. */
  contact: string;
  timeZone: string;
  days: DatedDay[];
  rows: Stretch[];
}

/** Why somebody gets a letter: they signed up, a trainer added them, they moved up from the waiting list, a trainer made them a new personal address, or something has changed. */
export type Occasion = 'signed_up' | 'added' | 'moved_up' | 'new_address' | 'changed';

export interface LetterPlace {
  kind: PlaceKind;
  state: PlaceState;
  /** The whole personal address; null where nobody but its holder knows it. */
  address: string | null;
}

/**
 * Nothing in it was typed by who signs up, so that the form can't send anybody's words to a stranger.
 * @param note of the trainers, about a change; they write to who is in their training only
 */
export function placeLetter(
  occasion: Occasion,
  { kind, state, address }: LetterPlace,
  training: LetterTraining,
  note = ''
): { subject: string; text: string } {
  const { title, organisation, venue, link, contact, timeZone, days, rows } = training;
  const paragraphs = [
    beginning(occasion, state),
    note && m.training_places_letter_note({ note }),
    [
      m.training_places_letter_training({ title, organisation }),
      kind === 'open_day' ? m.training_places_letter_open_day() : ''
    ]
      .filter(Boolean)
      .join(' '),
    [
      ...days.map((day) => m.training_places_letter_day({ day: day.day, times: dayInWords(day, rows) })),
      m.training_places_zone({ zone: timeZone })
    ].join('\n'),
    [
      venue && m.training_places_letter_venue({ venue }),
      // Who waits may not come: the room is for those with a place.
      link && state === 'placed' && m.training_places_letter_link({ link }),
      contact && m.training_places_letter_contact({ contact })
    ]
      .filter(Boolean)
      .join('\n'),
    address === null
      ? m.training_places_letter_same_address()
      : [
          m.training_places_letter_address(),
          address,
          m.training_places_letter_ics(),
          `${address}/calendar.ics`,
          m.training_places_letter_keep()
        ].join('\n'),
    occasion === 'changed' ? m.training_places_letter_changed_calendar() : '',
    occasion === 'signed_up' ? m.training_places_letter_not_you() : ''
  ];
  const subject =
    occasion === 'changed' ? m.training_places_letter_changed_subject() : m.training_places_letter_subject();
  return { subject, text: paragraphs.filter(Boolean).join('\n\n') };
}

function beginning(occasion: Occasion, state: PlaceState): string {
  if (occasion === 'new_address') return m.training_places_letter_new_address();
  if (occasion === 'moved_up') return m.training_places_letter_moved_up();
  if (occasion === 'changed')
    return state === 'waiting' ? m.training_places_letter_changed_waiting() : m.training_places_letter_changed();
  const standing = state === 'waiting' ? m.training_places_letter_waiting() : m.training_places_letter_placed();
  return occasion === 'added' ? `${m.training_places_letter_added()} ${standing}` : standing;
}
