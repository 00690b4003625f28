import type { Promotion } from '../../../../shared/api/offers.ts';
import { currencyOf } from '../../../../shared/domain/currency.ts';
import { decimalText } from '../../../../shared/domain/money.ts';
import { storeTime, utcTimeWithoutZone } from '../../../../shared/domain/store-time.ts';
import type { EngineContext } from '../../context.ts';
import {
  promotionTargets,
  type CustomerLogin,
  type Dashboard,
  type RedeemedAtCounter,
  type ScannedCustomer,
} from '../../counter/index.ts';
import type { LedgerEntry } from '../../loyalty/index.ts';

/** A number with the digits as given; the compiler's library does not know it yet. */
const { rawJSON } = JSON as typeof JSON & { rawJSON(digits: string): unknown };

/** Stands for no limit where the clients expect an integer. */
const noLimit = 2_147_483_647;

/** The customer as the login routes tell it: under its code, times in UTC without saying so. */
export function customerBody(login: CustomerLogin) {
  return {
    _id: login.code,
    username: login.username,
    full_name: login.name,
    email: login.email,
    phone: login.phone,
    delivery_address: login.deliveryAddress,
    loyalty_points: login.pointsBalance,
    last_purchase: login.lastVisitAt === null ? null : utcTimeWithoutZone(login.lastVisitAt),
    isDeleted: false,
    date_created: utcTimeWithoutZone(login.createdAt),
    last_updated: utcTimeWithoutZone(login.updatedAt),
    status: 'active',
  };
}

/** What a customer is called; whoever has neither name nor login, by the code. */
export function nameOf(customer: ScannedCustomer): string {
  const fullName = `${customer.firstName} ${customer.lastName}`.trim();
  return fullName === '' ? usernameOf(customer) : fullName;
}

/** A customer without a login goes by its code. */
function usernameOf({ username, code }: ScannedCustomer): string {
  return username ?? code;
}

export function userBody(context: EngineContext, customer: ScannedCustomer) {
  return {
    id: customer.rowId,
    username: usernameOf(customer),
    email: customer.email,
    first_name: customer.firstName,
    last_name: customer.lastName,
    phone: customer.phone === '' ? null : customer.phone,
    points: customer.pointsBalance,
    date_of_birth: customer.birthday,
    address: customer.address === '' ? null : customer.address,
    qr_code: customer.qrCode,
    created_at: timeOf(context, customer.createdAt),
  };
}

export function promotionBody(context: EngineContext, promotion: Promotion) {
  const { product, category } = promotionTargets(context.read, promotion);
  const { effect, validFrom, validUntil } = promotion;
  return {
    id: promotion.number,
    title: promotion.title,
    description: promotion.description,
    image: null,
    discount_percentage: effect.kind === 'percent' ? percentText(effect.percentPpm) : '0.00',
    product: product?.rowId ?? null,
    ...(product === null ? {} : { product_name: product.name }),
    category: category?.rowId ?? null,
    ...(category === null ? {} : { category_name: category.name }),
    valid_from: validFrom === null ? null : timeOf(context, validFrom),
    valid_until: validUntil === null ? null : timeOf(context, validUntil),
    is_active: promotion.isActive,
    qr_code: promotion.qrCode,
    points_reward: promotion.bonusPoints,
    usage_limit_per_user: promotion.limitPerCustomer ?? noLimit,
    created_at: timeOf(context, promotion.createdAt),
  };
}

export type RedemptionFacts = RedeemedAtCounter & { customer: ScannedCustomer; scannedBy: string };

export function redemptionBody(
  context: EngineContext,
  { customer, promotion, order, scannedBy, redeemed }: RedemptionFacts,
) {
  return {
    id: redeemed.rowId,
    user: customer.rowId,
    user_name: usernameOf(customer),
    promotion: promotion.number,
    promotion_title: promotion.title,
    order: order?.publicId ?? null,
    ...(order === null ? {} : { order_number: order.number }),
    points_awarded: redeemed.pointsAwarded,
    scanned_by: scannedBy,
    redeemed_at: timeOf(context, redeemed.at),
  };
}

/** An entry of the ledger. The clients know no `reversed`: points that a refund takes back are an adjustment. */
export function transactionBody(context: EngineContext, customer: ScannedCustomer, entry: LedgerEntry) {
  const { orderPublicId, promotionRowId, promotionTitle } = entry;
  return {
    id: entry.rowId,
    user: customer.rowId,
    user_name: usernameOf(customer),
    transaction_type: entry.kind === 'reversed' ? 'adjusted' : entry.kind,
    points: entry.points,
    balance_after: entry.balanceAfter,
    description: entry.description,
    order: orderPublicId,
    ...(orderPublicId === null ? {} : { order_number: entry.receiptNumber ?? String(orderPublicId) }),
    promotion: promotionRowId,
    ...(promotionTitle === null ? {} : { promotion_title: promotionTitle }),
    created_at: timeOf(context, entry.at),
  };
}

/** Money is a JSON number here, with its decimals: `1250.00`. */
export function dashboardBody(context: EngineContext, { today, thisWeek, activePromotions }: Dashboard) {
  const money = (minor: number) => rawJSON(decimalText(minor, currencyFor(context)));
  return {
    today: {
      orders_count: today.ordersCount,
      total_sales: money(today.salesMinor),
      promotions_redeemed: today.promotionsRedeemed,
    },
    this_week: {
      orders_count: thisWeek.ordersCount,
      total_sales: money(thisWeek.salesMinor),
      points_awarded: thisWeek.pointsAwarded,
    },
    active_promotions: activePromotions,
  };
}

function currencyFor(context: EngineContext) {
  return currencyOf(context.settings().shop.currency) ?? { code: '', exponent: 2 };
}

function timeOf(context: EngineContext, instant: string): string {
  return storeTime(instant, context.settings().shop.timeZone);
}

/** Parts per million as a percentage with two decimals. */
function percentText(ppm: number): string {
  const hundredths = String(Math.round(ppm / 100)).padStart(3, '0');
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
}
