import demoShop from '../../../resources/demo-shop.json' with { type: 'json' };
import { promotionCreate, rewardCreate } from '../../../shared/api/offers.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { query } from '../db/query.ts';
import { awardPoints } from '../loyalty/index.ts';
import { createPromotion } from '../promotions/index.ts';
import { createReward } from '../rewards/index.ts';

const seeder = { accountId: 'system' };

const productByName = query<{ name: string }>()((b, p) =>
  b.selectFrom('products').select('id').where('name', '=', p('name')),
);
const categoryByName = query<{ name: string }>()((b, p) =>
  b.selectFrom('categories').select('id').where('name', '=', p('name')),
);
const customerByName = query<{ name: string }>()((b, p) =>
  b.selectFrom('customers').select('id').where('name', '=', p('name')),
);

/** Gives the demonstration what its customers come back for: promotions, rewards, and points on a few cards. */
export async function seedOffers(context: EngineContext): Promise<Result<void, Failure>> {
  for (const { product, category, ...fields } of demoShop.promotions) {
    const input = promotionCreate.parse({ ...fields, scope: scopeOf(context, product, category) });
    const created = await createPromotion(context, input, seeder);
    if (!created.ok) return created;
  }
  for (const { product, ...fields } of demoShop.rewards) {
    const effect = product === undefined ? fields.effect : freeItem(context, product);
    const created = await createReward(context, rewardCreate.parse({ ...fields, effect }), seeder);
    if (!created.ok) return created;
  }
  for (const { name, points } of demoShop.customers) {
    if (points === undefined) continue;
    const customerId = idOf(context.read.first(customerByName, { name }), name);
    const award = { id: context.ids.uuid(), kind: 'bonus', points, reason: 'From the paper card' } as const;
    const awarded = await awardPoints(context, { ...award, customerId }, seeder);
    if (!awarded.ok) return awarded;
  }
  return ok(undefined);
}

function scopeOf(context: EngineContext, product: string | undefined, category: string | undefined) {
  if (product !== undefined) {
    const productId = idOf(context.read.first(productByName, { name: product }), product);
    return { kind: 'products', productIds: [productId] };
  }
  if (category === undefined) return { kind: 'all' };
  const categoryId = idOf(context.read.first(categoryByName, { name: category }), category);
  return { kind: 'categories', categoryIds: [categoryId] };
}

function freeItem(context: EngineContext, product: string) {
  return {
    kind: 'free-item',
    productId: idOf(context.read.first(productByName, { name: product }), product),
  };
}

function idOf(row: { id: string } | undefined, name: string): string {
  if (row === undefined) throw new Error(`the demonstration names something that it has not: ${name}`);
  return row.id;
}
