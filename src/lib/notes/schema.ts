import { z } from 'zod';
import { SAID } from './noteDocument.ts';

/** The address of a note: the circle, one of its questions, one of its groups. */
export const noteAddressSchema = z.object({ circle: z.guid(), question: z.guid(), group: z.guid() });
export type NoteAddress = z.infer<typeof noteAddressSchema>;

/** The stored comments of a note (`notes.body_items`). What does not fit is left out rather than failing a page. */
export const storedItemsSchema = z
  .array(
    z
      .object({
        itemId: z.string(),
        text: z.string(),
        // No upper end: a record from elsewhere may say more than the stepper does.
        said: z.int().min(SAID.least),
        position: z.int().min(0)
      })
      .nullable()
      .catch(null)
  )
  .catch([])
  .transform((items) => items.filter((item) => item !== null));
