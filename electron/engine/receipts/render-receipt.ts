import type { Order } from '../../../shared/api/orders.ts';
import { currencyOf } from '../../../shared/domain/currency.ts';
import { paperMoney } from '../../../shared/domain/paper-money.ts';
import { receiptBlocks, type ReceiptBlock, type ReceiptShop } from '../../../shared/domain/receipt.ts';
import { receiptTime } from '../../../shared/domain/receipt-time.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import type { EngineContext } from '../context.ts';

/** The receipt of a sale, with the shop as its settings are now. */
export function renderReceipt(context: EngineContext, order: Order, copy: boolean): ReceiptBlock[] {
  const settings = context.settings();
  const shop = receiptShopOf(settings, order.currency);
  return receiptBlocks(order, shop, {
    copy,
    dateTime: receiptTime(Date.parse(order.paidAt), settings.shop.timeZone),
    money: paperMoney(settings.shop.locale, shop.currency),
  });
}

export function receiptShopOf(settings: Settings, currencyCode: string): ReceiptShop {
  const { name, address, phone, taxNumber } = settings.shop;
  const { header, footer, showTax, showPoints, showCashier, showQr, logoId } = settings.receipt;
  const currency = currencyOf(currencyCode);
  if (currency === undefined) throw new Error(`a sale in an unknown currency: ${currencyCode}`);
  return {
    name,
    address,
    phone,
    taxNumber,
    header,
    footer,
    currency,
    showTax,
    showPoints: showPoints && settings.points.enabled,
    showCashier,
    showQr,
    logoId,
  };
}
