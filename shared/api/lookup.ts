import { z } from 'zod';
import { product } from './catalog.ts';
import { minor, quantityMilli } from './common.ts';
import { customer } from './customers.ts';
import { promotion } from './offers.ts';
import { orderSummary } from './orders.ts';

/** What a scanned or typed code stands for. */
export const lookupAnswer = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('product'),
      product,
      label: z
        .object({ quantityMilli, printedMinor: minor.nullable() })
        .optional()
        .meta({ description: 'What an in-store label sells, and what it asks for that.' }),
    }),
    z.object({ kind: z.literal('customer'), customer }),
    z.object({ kind: z.literal('receipt'), order: orderSummary }),
    z.object({ kind: z.literal('promotion'), promotion }),
  ])
  .meta({ id: 'Lookup' });
export type LookupAnswer = z.infer<typeof lookupAnswer>;
