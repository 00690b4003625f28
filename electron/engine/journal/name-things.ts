import type { ReadableDatabase } from '../db/database.ts';
import type { Query } from '../db/query.ts';
import {
  accountName,
  categoryName,
  customerName,
  productName,
  promotionName,
  rewardName,
} from './list-statements.ts';
import type { Names } from './summarise-entry.ts';

/** Names for ids, looked up once each. Customers go by their code: a list of acts needs no personal data. */
export function nameThings(db: ReadableDatabase, currency: string): Names {
  const lookUp = (byId: Query<{ id: string }, { name: string }>): ((id: string) => string) => {
    const known = new Map<string, string>();
    return (id) => {
      const name = known.get(id) ?? db.first(byId, { id })?.name ?? id;
      known.set(id, name);
      return name;
    };
  };
  return {
    account: lookUp(accountName),
    customer: lookUp(customerName),
    product: lookUp(productName),
    category: lookUp(categoryName),
    promotion: lookUp(promotionName),
    reward: lookUp(rewardName),
    currency,
  };
}
