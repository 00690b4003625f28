export const scheme = 'app';
export const host = 'sukli';
/** Where the screens live in the window. */
export const windowOrigin = `${scheme}://${host}`;

/** Whether an address is of our own screens. Compared as text: a custom scheme has no `origin` in the URL standard. */
export function isOwnAddress(address: string): boolean {
  return address === windowOrigin || address.startsWith(`${windowOrigin}/`);
}
