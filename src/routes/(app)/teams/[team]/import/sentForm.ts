import { isHttpError } from '@sveltejs/kit';
import { isTooLong } from '$lib/themes/bringIn';

/** The form that was sent; null when it is larger than can be taken, which is known before it is read where the browser says so. */
export async function sentForm(request: Request): Promise<FormData | null> {
  if (isTooLong(request.headers.get('content-length'))) return null;
  return request.formData().catch((fault: unknown) => {
    // The server stops reading at its own limit.
    if (isHttpError(fault, 413) || (fault as { status?: number }).status === 413) return null;
    throw fault;
  });
}
