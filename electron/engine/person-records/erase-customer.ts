import { failure } from '../../../shared/api/failures.ts';
import type { Customer } from '../../../shared/api/customers.ts';
import { fail, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import { writeOffCredits } from '../credits/index.ts';
import { customerById, getCustomer, survivorOfRow } from '../customers/index.ts';
import { append } from '../journal/index.ts';
import { writeOffPoints } from '../loyalty/index.ts';
import { eraseRecords } from './erase-records.ts';

/**
 * Forgets who a customer is, for good and on every till: what is left are figures. Points and credits that are open are
 * written off, each by an entry of its own. Again it changes nothing. Fails with `customer-unknown`.
 */
export function eraseCustomer(
  context: EngineContext,
  id: string,
  { accountId: actor }: Pick<Actor, 'accountId'>,
): Promise<Result<Customer, Failure>> {
  return context.write((tx) => {
    const customer = survivorOfRow(tx, tx.first(customerById, { id }));
    if (customer === undefined) return fail(failure('customer-unknown'));
    if (customer.erased_at !== null) return getCustomer(tx, customer.id);
    const owner = { id: customer.id, rowId: customer.row_id };
    writeOffPoints(context, tx, owner, actor);
    writeOffCredits(context, tx, owner, actor);
    const body = { customerId: customer.id };
    const { at } = append(context, tx, { kind: 'customer.erased', body, actor });
    eraseRecords(tx, customer, at);
    return getCustomer(tx, customer.id);
  });
}
