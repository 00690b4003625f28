/** What a value must be: null where it is, otherwise the path of the first thing in it that is not, `''` for itself. */
export type Shape = (value: unknown) => string | null;

/** An amount in minor units or thousandths that the books of a shop can hold. */
const mostAmount = 10_000_000_000_000;

const when =
  (fits: (value: unknown) => boolean): Shape =>
  (value) =>
    fits(value) ? null : '';

/** Text that PostgreSQL can keep: whole characters, none of them U+0000. */
function isKeepable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

export const text: Shape = when((value) => typeof value === 'string' && isKeepable(value));
/** Text that names something: it stands in keys, so it is not empty and not long. */
export const id: Shape = when(
  (value) => typeof value === 'string' && value.length > 0 && value.length <= 200 && isKeepable(value),
);
export const amount: Shape = when(
  (value) => Number.isSafeInteger(value) && Math.abs(value as number) <= mostAmount,
);
export const flag: Shape = when((value) => typeof value === 'boolean');
export const record: Shape = when(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

export function oneOf(...values: readonly string[]): Shape {
  return when((value) => values.includes(value as string));
}

export function orNull(shape: Shape): Shape {
  return (value) => (value === null ? null : shape(value));
}

export function optional(shape: Shape): Shape {
  return (value) => (value === undefined ? null : shape(value));
}

export function list(shape: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return '';
    for (let index = 0; index < value.length; index += 1) {
      const wrong = shape(value[index]);
      if (wrong !== null) return within(String(index), wrong);
    }
    return null;
  };
}

/** At least these fields; what else there is does not matter. */
export function fields(shapes: Record<string, Shape>): Shape {
  const pairs = Object.entries(shapes);
  return (value) => {
    if (record(value) !== null) return '';
    for (const [name, shape] of pairs) {
      const wrong = shape((value as Record<string, unknown>)[name]);
      if (wrong !== null) return within(name, wrong);
    }
    return null;
  };
}

function within(name: string, wrong: string): string {
  return wrong === '' ? name : `${name}.${wrong}`;
}
