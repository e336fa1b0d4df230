import type { Supabase } from '$lib/server/supabase';
import { qrPicture } from '$lib/teams/qr';
import { halfKey } from '../../timetable/slot.ts';
import { cameIn, doorCode } from './door.ts';
import type { HalfOfTraining } from './notes.ts';

/** What the screen at the door shows for up to thirty seconds. */
export interface DoorScreen {
  /** The whole address behind the code. */
  address: string;
  /** The same as a QR code: a data address of a picture. */
  picture: string;
  /** Until the next code. */
  seconds: number;
  /** Who is noted as here. */
  came: number;
}

/** @param origin where phones reach the server. @throws RuleBroken 403 to who is no trainer */
export async function doorScreen(supabase: Supabase, at: HalfOfTraining, origin: string): Promise<DoorScreen> {
  const [{ code, seconds }, came] = await Promise.all([doorCode(supabase, at), cameIn(supabase, at)]);
  const address = `${origin}/door/${at.training}/${halfKey(at)}/${code}`;
  return { address, picture: qrPicture(address), seconds, came };
}
