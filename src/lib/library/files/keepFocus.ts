/** Holds a form back whose file would be refused, and leads to the field that says why. For `before` of a form. */
export function keepFocus(form: HTMLFormElement, refused: string): boolean {
  if (!refused) return true;
  form.querySelector<HTMLInputElement>('input[type="file"]')?.focus();
  return false;
}
