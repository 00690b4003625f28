import { failure } from '../../../shared/api/failures.ts';
import type { LookupAnswer } from '../../../shared/api/lookup.ts';
import { classifyScan, cleanScan } from '../../../shared/domain/codes.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { findProductByCode } from '../catalog/index.ts';
import type { EngineContext } from '../context.ts';
import { findCustomerByScan } from '../customers/index.ts';
import { findOrderByReceipt } from '../orders/index.ts';

/**
 * What a scanned or typed code stands for: a customer by code or QR, a sale by receipt number, a product by barcode or
 * SKU. What looks like a customer's or a receipt's code and is none may still be a product's. Fails with `code-unknown`.
 */
export function lookUpCode(context: EngineContext, raw: string): Result<LookupAnswer, Failure> {
  const code = cleanScan(raw);
  if (code === '') return fail(failure('code-unknown'));
  const kind = classifyScan(code);
  if (kind === 'customer-code' || kind === 'customer-qr') {
    const customer = findCustomerByScan(context.read, code);
    if (customer !== null) return ok({ kind: 'customer', customer });
  }
  if (kind === 'receipt') {
    const order = findOrderByReceipt(context.read, code.toUpperCase());
    if (order !== null) return ok({ kind: 'receipt', order });
  }
  const product = findProductByCode(context, code);
  return product === null
    ? fail(failure('code-unknown', { details: { code } }))
    : ok({ kind: 'product', product });
}
