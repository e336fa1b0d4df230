import { fail, isHttpError } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { jsonAt } from '$lib/training/certificates/addresses';
import { mostBytes } from '$lib/training/certificates/png';
import { about, keysIn, verifyCertificate } from '$lib/training/certificates/verify';
import { originOf } from '$lib/training/places/server/letters';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => ({ origin: await originOf(url) });

const tooLarge = about('too_large');

/** For browsers without scripts; with them the file never comes here. It is looked at in memory and nothing of it is kept. */
export const actions: Actions = {
  default: async ({ request, fetch, url }) => {
    let form: FormData;
    try {
      form = await request.formData();
    } catch (refused) {
      // Larger than any form may be.
      if (isHttpError(refused, 413)) return { name: '', verified: tooLarge };
      throw refused;
    }
    const [file, keyFile] = [form.get('certificate'), form.get('key')];
    if (!(file instanceof File) || (file.size === 0 && file.name === ''))
      return fail(400, { errors: { certificate: m.training_certificates_verify_choose() } });
    const given = keyFile instanceof File && keyFile.size > 0 ? keyFile : null;
    const keys = given && given.size <= 100_000 ? keysIn(await given.text()) : [];
    if (given && keys.length === 0) return fail(400, { errors: { key: m.training_certificates_verify_bad_key() } });
    if (file.size > mostBytes) return { name: file.name, verified: tooLarge };
    const verified = await verifyCertificate(new Uint8Array(await file.arrayBuffer()), {
      keys,
      fetchJson: jsonAt(await originOf(url), (path) => fetch(path)),
      now: Date.now()
    });
    return { name: file.name, verified };
  }
};
