import { currencyOf } from '../../../../shared/domain/currency.ts';
import { decimalText } from '../../../../shared/domain/money.ts';
import type { Failure } from '../../../../shared/domain/result.ts';
import type { EngineContext } from '../../context.ts';
import {
  awardByHand,
  awardPurchase,
  findScannedCustomer,
  redeemAtCounter,
  type ScannedCustomer,
} from '../../counter/index.ts';
import { answer, familyFailure } from './drf-errors.ts';
import type { BodyValue } from './json-values.ts';
import { isNothing, readOrderReference, readPoints, readText, readTotal } from './ramyeon-input.ts';
import { redemptionBody, transactionBody } from './ramyeon-shapes.ts';

const family = 'ramyeon';
const defaultCashier = 'Unknown Cashier';

/** The fields of a body by name. */
export type Fields = (name: string) => BodyValue | undefined;

export const notNow = 'This promotion has expired or is not yet active';

export async function redeem(context: EngineContext, field: Fields, actorId: string): Promise<Response> {
  const [userCode, promotionCode] = [field('user_qr_code'), field('promotion_qr_code')];
  if (isNothing(userCode) || isNothing(promotionCode)) {
    return refuse('Both user QR code and promotion QR code are required');
  }
  const scannedBy = readText(field('cashier_name'), defaultCashier);
  if (scannedBy === undefined) return refuse('Cashier name must be a short text');
  const order = readOrderReference(field('order_id'));
  if (order === undefined) return refuse('Order ID must be an integer');
  const customer = await scanned(context, userCode);
  if (customer === null) return refuse('Invalid user QR code', 404);
  const done = await redeemAtCounter(
    context,
    {
      customer,
      promotionCode: typeof promotionCode === 'string' ? promotionCode : '',
      orderPublicId: order?.publicId ?? null,
      scannedBy,
    },
    actorId,
  );
  if (!done.ok) return redemptionRefusal(done.failure);
  const { redeemed } = done.value;
  return answer(
    {
      success: true,
      redemption: redemptionBody(context, { customer, scannedBy, ...done.value }),
      points_awarded: redeemed.pointsAwarded,
      new_balance: redeemed.balanceAfter,
      message: `Promotion redeemed successfully! ${redeemed.pointsAwarded} points awarded.`,
    },
    201,
  );
}

function redemptionRefusal(failed: Failure): Response {
  const reason = failed.code === 'promotion-unknown' ? 'inactive' : failed.details?.['reason'];
  const limit = String(failed.details?.['limit']);
  switch (reason) {
    case 'inactive':
      return refuse('Invalid promotion QR code', 404);
    case 'not-yet':
    case 'over':
      return refuse(notNow);
    case 'used-up-by-customer':
      return refuse(`User has already redeemed this promotion the maximum number of times (${limit})`);
    case 'used-up':
      return refuse(`This promotion has been redeemed the maximum number of times (${limit})`);
    default:
      return failed.code === 'promotion-refused' ? refuse(failed.message) : familyFailure(family, failed);
  }
}

export async function award(context: EngineContext, field: Fields, actorId: string): Promise<Response> {
  const userCode = field('user_qr_code');
  if (isNothing(userCode)) return refuse('User QR code is required');
  const points = readPoints(field('points'));
  if (points === null) return refuse('Points must be a positive integer');
  const reason = readText(field('description'), 'Manual points award');
  const cashier = readText(field('cashier_name'), defaultCashier);
  if (reason === undefined || cashier === undefined) {
    return refuse('Description and cashier name must be short texts');
  }
  const customer = await scanned(context, userCode);
  if (customer === null) return refuse('Invalid user QR code', 404);
  const description = `${reason} (by ${cashier})`;
  const awarded = await awardByHand(context, { customer, points, description }, actorId);
  if (!awarded.ok) return familyFailure(family, awarded.failure);
  return answer(
    {
      success: true,
      transaction: transactionBody(context, customer, awarded.value),
      new_balance: awarded.value.balanceAfter,
      message: `${points} points awarded successfully`,
    },
    201,
  );
}

export async function processOrder(
  context: EngineContext,
  field: Fields,
  actorId: string,
): Promise<Response> {
  const userCode = field('user_qr_code');
  if (isNothing(userCode)) return refuse('User QR code is required');
  const currency = currencyOf(context.settings().shop.currency) ?? { code: '', exponent: 2 };
  const totalMinor = readTotal(field('order_total'), currency.exponent);
  if (totalMinor === null) return refuse('Order total must be a positive number');
  const order = readOrderReference(field('order_id'));
  if (order === undefined) return refuse('Order ID must be an integer');
  const customer = await scanned(context, userCode);
  if (customer === null) return refuse('Invalid user QR code', 404);
  const description = `Purchase points: ${symbolOf(currency.code)}${decimalText(totalMinor, currency)}`;
  const processed = await awardPurchase(context, { customer, totalMinor, order, description }, actorId);
  if (!processed.ok) return familyFailure(family, processed.failure);
  const { points, balanceAfter } = processed.value;
  return answer(
    {
      success: true,
      transaction: transactionBody(context, customer, processed.value),
      points_earned: points,
      new_balance: balanceAfter,
      message: `${points} points earned from purchase!`,
    },
    201,
  );
}

export function refuse(error: string, status = 400): Response {
  return answer({ error }, status);
}

/** A code that is no text is nobody's. */
export async function scanned(
  context: EngineContext,
  code: BodyValue | undefined,
): Promise<ScannedCustomer | null> {
  return typeof code === 'string' ? findScannedCustomer(context, code) : null;
}

const symbols = new Map<string, string>();

/** `₱` for PHP; a currency without a sign of its own goes by its code. */
function symbolOf(code: string): string {
  const known = symbols.get(code);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
  });
  const symbol = format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? code;
  symbols.set(code, symbol);
  return symbol;
}
