import { cartsTexts } from './texts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** After this somebody has probably been forgotten. */
const OLD = 2 * HOUR;

/** How long ago something was, in the largest unit that says it. */
export function ageWords(milliseconds: number): string {
  if (milliseconds < MINUTE) return cartsTexts.text('ageNow');
  if (milliseconds < HOUR) return cartsTexts.text('ageMinutes', { count: Math.floor(milliseconds / MINUTE) });
  if (milliseconds < DAY) return cartsTexts.text('ageHours', { count: Math.floor(milliseconds / HOUR) });
  return cartsTexts.text('ageDays', { count: Math.floor(milliseconds / DAY) });
}

export function isOld(milliseconds: number): boolean {
  return milliseconds >= OLD;
}
