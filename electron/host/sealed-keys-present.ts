import { readdir } from 'node:fs/promises';

export const sealedExtension = 'sealed';

/** Whether secrets of this till were sealed by the system's keychain, which only the window can open. */
export async function sealedKeysPresent(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).some((name) => name.endsWith(`.${sealedExtension}`));
  } catch {
    return false;
  }
}
