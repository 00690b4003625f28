import { failure } from '../../../shared/api/failures.ts';
import type { Customer } from '../../../shared/api/customers.ts';
import { fail, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import { customerById, getCustomer, survivorOfRow } from '../customers/index.ts';
import { append } from '../journal/index.ts';
import { joinCustomers } from './join-customers.ts';

/**
 * Joins two records of one person; the older one goes on and is answered, whichever was named first. Fails with
 * `customer-unknown`, `customer-same` or `customer-erased`.
 */
export function mergeCustomer(
  context: EngineContext,
  id: string,
  mergedId: string,
  { accountId: actor }: Pick<Actor, 'accountId'>,
): Promise<Result<Customer, Failure>> {
  return context.write((tx) => {
    const one = survivorOfRow(tx, tx.first(customerById, { id }));
    const other = survivorOfRow(tx, tx.first(customerById, { id: mergedId }));
    if (one === undefined || other === undefined) return fail(failure('customer-unknown'));
    if (one.row_id === other.row_id) return fail(failure('customer-same'));
    if (one.erased_at !== null || other.erased_at !== null) return fail(failure('customer-erased'));
    const body = { customerId: one.id, mergedId: other.id };
    const { at } = append(context, tx, { kind: 'customer.merged', body, actor });
    return getCustomer(tx, joinCustomers(tx, one, other, at).id);
  });
}
