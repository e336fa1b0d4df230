import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Running } from '$lib/server/theBackend';
import type { Person, Supabase } from '$lib/server/supabase';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** Names one fault in the log without naming a person. */
      id: string;
    }
    interface Locals {
      supabase: Supabase;
      person: Person | null;
      demo: boolean;
    }
  }
  /** Set once by hooks.server.ts; the server entry and the development server hand sockets and shutdown to it. */
  var circlewellUpgrade: ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) | undefined;
  var circlewellShutdown: (() => Promise<void>) | undefined;
  var circlewellRunning: Promise<Running> | undefined;
}

export {};
