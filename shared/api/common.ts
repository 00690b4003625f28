import { z } from 'zod';
import { hasCardNumber } from '../domain/card-number.ts';

export const id = z.uuid().meta({ description: 'A UUID (version 7 where the till makes it).' });
export const instant = z.iso.datetime({ precision: 3 }).meta({ description: 'An instant in UTC.' });
export const businessDate = z.iso
  .date()
  .meta({ description: "A date in the store's time zone, by its day cut-off." });
export const minor = z.int().meta({ description: "An amount in minor units of the store's currency." });
export const minorNotNegative = minor.min(0);
export const quantityMilli = z.int().meta({ description: 'A quantity in thousandths.' });

const withoutControlCharacters = (text: string) => !/\p{Cc}/u.test(text) && text.isWellFormed();

/** The failure that a check of a field means, where it is not `request-invalid`. */
const refusedCardNumber = {
  error: 'Card numbers are never stored. Leave it out.',
  params: { failure: 'card-number-refused' },
};
const withoutCardNumber = (text: string) => !hasCardNumber(text, false);

/** One line of a code or number that has a shape of its own: trimmed, without control characters or lone surrogates. */
export const codeLine = (maximum: number, minimum = 0) =>
  z
    .string()
    .trim()
    .min(minimum)
    .max(maximum)
    .refine(withoutControlCharacters, 'must be plain text on one line');

/** One line that a person typed; a card's number is refused wherever one may be typed. */
export const line = (maximum: number, minimum = 0) =>
  codeLine(maximum, minimum).refine(withoutCardNumber, refusedCardNumber);

/** Several lines that a person typed. */
export const lines = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .refine((text) => withoutControlCharacters(text.replaceAll('\n', ' ')), 'must be plain text')
    .refine(withoutCardNumber, refusedCardNumber);

export const page = z.object({
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.int().min(0), offset: z.int().min(0) });

export const queryBoolean = z.enum(['true', 'false']).transform((text) => text === 'true');

/** The one shape of every error of `/api/v1`. */
export const errorAnswer = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      field: z.string().optional(),
      details: z.record(z.string(), z.unknown()).optional(),
    }),
  })
  .meta({
    id: 'Error',
    description: 'A code from the registry, a sentence for the person, and the field it is about.',
  });
export type ErrorAnswer = z.infer<typeof errorAnswer>;
