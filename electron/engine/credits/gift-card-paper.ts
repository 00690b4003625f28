import type { OrderCommitted } from '../../../shared/api/orders.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { pair, text, type ReceiptBlock } from '../../../shared/domain/receipt-blocks.ts';
import { moneyText } from './money-text.ts';

/** A gift card as it is handed out: whose it is, what is on it, its code to scan and to type. */
export function giftCardPaper(
  settings: Settings,
  { code, amountMinor, expiresOn }: OrderCommitted['giftCards'][number],
): ReceiptBlock[] {
  const { shop, receipt } = settings;
  return [
    ...(receipt.logoId === null ? [] : [{ kind: 'logo' as const, pictureId: receipt.logoId }]),
    text(shop.name, 'center', true, 'large'),
    { kind: 'rule' },
    text('Gift card', 'center', true, 'large'),
    text(moneyText(settings, amountMinor), 'center', true, 'large'),
    { kind: 'qr', data: code, label: code },
    ...(expiresOn === null ? [] : [pair('Good until', expiresOn)]),
    text('Whoever has this code can pay with it. Keep it like cash.', 'center'),
    { kind: 'cut' },
  ];
}
