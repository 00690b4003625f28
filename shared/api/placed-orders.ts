import { z } from 'zod';
import { id, instant, minor, page, pageOf } from './common.ts';

/** An order of the web that is not paid in full yet. */
export const placedOrder = z
  .object({
    id,
    publicId: z.int().meta({ description: 'The integer by which the REST dialects name it.' }),
    account: z.object({ id, name: z.string() }),
    customer: z.object({ id, code: z.string(), name: z.string() }).nullable(),
    productName: z.string(),
    quantity: z.int().min(1),
    priceMinor: minor,
    totalMinor: minor,
    paidMinor: minor.meta({ description: 'What completed payments paid.' }),
    placedAt: instant,
    payments: z.array(
      z.object({
        id,
        amountMinor: minor,
        state: z.enum(['pending', 'completed', 'failed']),
        startedAt: instant,
        finishedAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'PlacedOrder' });

export const placedOrderQuery = page;
export const placedOrderPage = pageOf(placedOrder).extend({
  dueMinor: minor.meta({ description: 'What is still due of all of them.' }),
});
