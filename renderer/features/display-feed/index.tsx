import { useEffect } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import type { ReceiptBlock } from '../../../shared/domain/receipt.ts';
import { useReceipt } from '../../api/receipts.ts';
import { useSettings } from '../../api/settings.ts';
import type { DisplayState } from '../../app/customer-display/display-message.ts';
import { showOnDisplay } from '../../app/customer-display/show-on-display.ts';
import { useCart } from '../../state/cart.ts';
import { useCartPrice } from '../../state/cart-price.ts';
import { sumTaken, usePayment, usePaymentTerms, viewPayment } from '../pay/index.ts';
import { displayCart } from './display-cart.ts';

/** Tells the customer display what this till does; whatever page the cashier is on. */
export function DisplayFeed() {
  const { data: settings } = useSettings();
  return settings === undefined ? null : <Feed settings={settings} />;
}

function Feed({ settings }: { settings: Settings }) {
  const state = useCustomerSees(settings);
  const { name, locale, currency: currencyCode, timeZone } = settings.shop;
  useEffect(() => showOnDisplay({ name, locale, currencyCode, timeZone }, state));
  // Who locks the till takes the cart off the display, but not the name of the shop.
  useEffect(
    () => () => showOnDisplay({ name, locale, currencyCode, timeZone }, { kind: 'idle' }),
    [name, locale, currencyCode, timeZone],
  );
  return null;
}

function useCustomerSees(settings: Settings): DisplayState {
  const { step, done, payment } = usePayment();
  const { draft } = useCart();
  const priced = useCartPrice(settings);
  const terms = usePaymentTerms(priced, settings);
  const { data: receipt } = useReceipt<ReceiptBlock>(step === 'done' ? (done?.order.id ?? null) : null);
  if (step === 'done' && done !== null) {
    const { totalMinor, changeMinor, receiptNumber, pointsEarned } = done.order;
    const code = receipt?.blocks.find((block) => block.kind === 'qr');
    const qr = code?.drawing ?? null;
    return { kind: 'thanks', totalMinor, changeMinor, receiptNumber, pointsEarned, qr };
  }
  const cart = displayCart(draft, priced);
  if (cart.lines.length === 0) return { kind: 'idle' };
  // What came back in exchange has paid its part.
  const paidMinor = sumTaken(payment.taken) + priced.totalMinor - terms.totalMinor;
  if (step !== 'pay' && paidMinor === 0) return { kind: 'cart', cart };
  return { kind: 'pay', cart, paidMinor, leftMinor: viewPayment(payment, terms).leftMinor };
}
