import { failure } from '../../../shared/api/failures.ts';
import type { LookupAnswer } from '../../../shared/api/lookup.ts';
import { classifyScan, cleanScan } from '../../../shared/domain/codes.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { findProductByCode, findProductByLabel } from '../catalog/index.ts';
import type { EngineContext } from '../context.ts';
import { findCustomerByScan } from '../customers/index.ts';
import { findOrderByReceipt } from '../orders/index.ts';
import { findPromotionByScan } from '../promotions/index.ts';

/**
 * What a scanned or typed code stands for: a customer by code, QR or card, a sale by receipt number, a product by
 * barcode, SKU or in-store label, a promotion by QR or coupon. What looks like a customer's or a receipt's code and is none may still be
 * a product's or a promotion's. Fails with `code-unknown`; a card also with `card-invalid`, `card-expired`,
 * `card-revoked`, and `customer-unknown` when it is real.
 */
export async function lookUpCode(
  context: EngineContext,
  raw: string,
): Promise<Result<LookupAnswer, Failure>> {
  const code = cleanScan(raw);
  if (code === '') return fail(failure('code-unknown'));
  const kind = classifyScan(code);
  const customer = kind.startsWith('customer') ? await findCustomerByScan(context, code) : ok(null);
  if (customer.ok && customer.value !== null) return ok({ kind: 'customer', customer: customer.value });
  if (!customer.ok && customer.failure.code !== 'card-invalid') return customer;
  if (kind === 'receipt') {
    const order = findOrderByReceipt(context.read, code.toUpperCase());
    if (order !== null) return ok({ kind: 'receipt', order });
  }
  const product = findProductByCode(context, code);
  if (product !== null) return ok({ kind: 'product', product });
  const labelled = findProductByLabel(context, code);
  if (labelled !== null) return ok({ kind: 'product', product: labelled.product, label: labelled.sale });
  const promotion = findPromotionByScan(context.read, code);
  if (promotion !== null) return ok({ kind: 'promotion', promotion });
  return customer.ok ? fail(failure('code-unknown', { details: { code } })) : customer;
}
