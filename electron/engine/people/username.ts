import { foldText } from '../../../shared/domain/search-text.ts';

/** A user name as it is kept and shown. */
export function plainUsername(username: string): string {
  return username.trim().normalize('NFC');
}

/** Two names that fold the same are one account's: case and width do not count, accents do. */
export function foldUsername(username: string): string {
  return username.trim().normalize('NFKC').toLowerCase().normalize('NFKC');
}

export function searchTextOf(username: string, displayName: string): string {
  return foldText(`${username} ${displayName}`);
}
