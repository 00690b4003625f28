import type { OfferUse } from '../../../shared/api/offers.ts';

type Day = OfferUse['byDay'][number];

const dayMilliseconds = 86_400_000;
const fewest = 7;
const most = 120;

const dateOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
const millisecondsOf = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** The days from the first use to the last, none left out: at least a week, at most the newest four months. */
export function fillDays(days: readonly Day[]): Day[] {
  const known = new Map(days.map((day) => [day.date, day]));
  const dates = [...known.keys()].sort();
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return [];
  const to = millisecondsOf(last);
  const span = Math.round((to - millisecondsOf(first)) / dayMilliseconds) + 1;
  const count = Math.min(most, Math.max(fewest, span));
  return Array.from({ length: count }, (_, index) => {
    const date = dateOf(to - (count - 1 - index) * dayMilliseconds);
    return known.get(date) ?? { date, uses: 0, discountMinor: 0 };
  });
}
