import { z } from 'zod';
import { approvalIds } from './approvals.ts';
import { id, instant, line, minor, quantityMilli } from './common.ts';

/** A line as the list and the journal tell of it; the whole of it is in the draft. */
const cartLine = z.strictObject({
  lineId: id,
  productId: id.nullable(),
  name: line(200),
  quantityMilli: quantityMilli.min(1).max(1_000_000_000),
  amountMinor: minor.min(0).max(1_000_000_000_000),
});

const cartState = z.enum(['in-hand', 'parked']);
const screen = id.meta({ description: 'How the screen names itself for as long as its tab lives.' });

export const cartSave = z
  .strictObject({
    state: cartState,
    name: line(60),
    screen,
    lines: z.array(cartLine).max(1000),
    draft: z.looseObject({}).meta({
      description:
        'The screen’s own draft, given back as it came. Of an erased customer’s the engine takes `customer` out.',
    }),
    itemCount: z.int().min(0),
    totalMinor: minor,
    approvalIds,
  })
  .meta({ id: 'CartSave' });
export type CartSave = z.input<typeof cartSave>;

export const cartTake = z
  .strictObject({
    screen,
    heldBy: id
      .nullable()
      .meta({ description: 'The screen that had it in hand when it was looked at; null: it was parked.' }),
  })
  .meta({ id: 'CartTake' });

export const cartDiscard = z.strictObject({ approvalIds }).meta({ id: 'CartDiscard' });

export const cartSummary = z
  .object({
    id,
    state: cartState,
    name: z.string(),
    owner: z.object({ id, name: z.string() }),
    heldBy: id.nullable().meta({ description: 'The screen that has it in hand.' }),
    itemCount: z.int(),
    totalMinor: minor,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'CartSummary' });
export type CartSummary = z.infer<typeof cartSummary>;
export const cartList = z.object({ items: z.array(cartSummary) });

export const cartWhole = cartSummary.extend({ draft: z.looseObject({}) }).meta({ id: 'Cart' });
export type CartWhole = z.infer<typeof cartWhole>;
