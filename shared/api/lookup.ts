import { z } from 'zod';
import { product } from './catalog.ts';
import { customer } from './customers.ts';
import { orderSummary } from './orders.ts';

/** What a scanned or typed code stands for. */
export const lookupAnswer = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('product'), product }),
    z.object({ kind: z.literal('customer'), customer }),
    z.object({ kind: z.literal('receipt'), order: orderSummary }),
  ])
  .meta({ id: 'Lookup' });
export type LookupAnswer = z.infer<typeof lookupAnswer>;
