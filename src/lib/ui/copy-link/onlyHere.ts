/** Whether an address opens on the machine alone that it was made on: of no use to a phone, on a poster, or in a file that others get. */
export function onlyHere(address: string): boolean {
  const { hostname } = new URL(address);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d+){3}$/.test(hostname)
  );
}
