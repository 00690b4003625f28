/** What a failure's `details` say, read from unknown JSON: what is not as agreed is left out. */
type Details = Record<string, unknown>;

export type ChangedPrice = { lineId: string; name: string; wasMinor: number; nowMinor: number };
export type ShortLine = { productId: string; name: string; onHandMilli: number; wantedMilli: number };

function linesOf(details: Details): Details[] {
  const { lines } = details;
  return Array.isArray(lines) ? lines.filter((line) => typeof line === 'object' && line !== null) : [];
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown) => (typeof value === 'number' ? value : 0);

/** The lines of `price-changed`. */
export function changedPrices(details: Details): ChangedPrice[] {
  return linesOf(details).map((line) => ({
    lineId: textOf(line['lineId']),
    name: textOf(line['name']),
    wasMinor: numberOf(line['wasMinor']),
    nowMinor: numberOf(line['nowMinor']),
  }));
}

/** The lines of `stock-short`. */
export function shortLines(details: Details): ShortLine[] {
  return linesOf(details).map((line) => ({
    productId: textOf(line['productId']),
    name: textOf(line['name']),
    onHandMilli: numberOf(line['onHandMilli']),
    wantedMilli: numberOf(line['wantedMilli']),
  }));
}
