import { defineTexts } from './i18n.ts';

const texts = defineTexts('age', {
  ageNow: 'just now',
  ageMinutes_one: '{{count}} minute ago',
  ageMinutes_other: '{{count}} minutes ago',
  ageHours_one: '{{count}} hour ago',
  ageHours_other: '{{count}} hours ago',
  ageDays_one: '{{count}} day ago',
  ageDays_other: '{{count}} days ago',
  spanNow: 'under 1 min',
  spanMinutes: '{{count}} min',
  spanHours: '{{count}} h',
  spanDays_one: '{{count}} day',
  spanDays_other: '{{count}} days',
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Unit = 'Now' | 'Minutes' | 'Hours' | 'Days';

/** The largest unit that says it, and how many of them. */
function inUnit(milliseconds: number): { unit: Unit; count: number } {
  if (milliseconds < MINUTE) return { unit: 'Now', count: 0 };
  if (milliseconds < HOUR) return { unit: 'Minutes', count: Math.floor(milliseconds / MINUTE) };
  if (milliseconds < DAY) return { unit: 'Hours', count: Math.floor(milliseconds / HOUR) };
  return { unit: 'Days', count: Math.floor(milliseconds / DAY) };
}

/** How long ago something was: `12 minutes ago`. */
export function ageWords(milliseconds: number): string {
  const { unit, count } = inUnit(milliseconds);
  return texts.text(`age${unit}`, { count });
}

/** How long something has lasted, in little room: `12 min`. */
export function spanWords(milliseconds: number): string {
  const { unit, count } = inUnit(milliseconds);
  return texts.text(`span${unit}`, { count });
}
