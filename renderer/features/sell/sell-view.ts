import { create } from 'zustand';
import type { Product } from '../../../shared/api/catalog.ts';
import type { Refusal } from '../../../shared/domain/offers.ts';
import { parseEntry } from './parse-entry.ts';
import { searchProducts } from './search-products.ts';

/** What the last scan or press did, in the words of the notice panel. */
export type Notice =
  | { kind: 'added'; name: string; unit: Product['unit']; quantityMilli: number; code: string | null }
  | { kind: 'customer'; name: string; code: string; points: number }
  | { kind: 'promotion'; title: string; discountMinor: number; bonusPoints: number; isAgain: boolean }
  | { kind: 'promotion-refused'; title: string; refusal: Refusal; isKept: boolean }
  | { kind: 'reward'; title: string; points: number }
  | { kind: 'reward-refused'; title: string; refusal: Refusal }
  | { kind: 'card-refused'; message: string; remedy: string }
  | { kind: 'quantity'; name: string; unit: Product['unit']; quantityMilli: number }
  | { kind: 'removed' | 'customer-off' | 'on-hold'; name: string }
  | { kind: 'taken-off'; title: string }
  | { kind: 'points-back'; points: number }
  | { kind: 'cleared' | 'undone' | 'hold-unpaid' }
  | { kind: 'unknown'; code: string }
  | { kind: 'receipt-later'; number: string }
  | { kind: 'price-changed'; name: string; priceMinor: number }
  | { kind: 'failed'; code: string }
  | { kind: 'too-much' };

/** Which tiles are shown; `null` until somebody chose: favourites if there are any, else all. */
export type Shelf = { kind: 'favourites' } | { kind: 'all' } | { kind: 'category'; categoryId: string };

export type SellDialog =
  | 'hold'
  | 'recall'
  | 'quantity'
  | 'customer'
  | 'clear'
  | 'camera'
  | 'why'
  | 'gift-card'
  | 'discount'
  | 'line'
  | 'price'
  | 'note'
  | 'ad-hoc';

export type SellView = {
  typed: string;
  shelf: Shelf | null;
  dialog: SellDialog | null;
  /** The code of a gift card that was scanned while nothing is being paid. */
  giftCard: string | null;
  /** Goods sold by weight that wait to be weighed, the first in front. */
  weighing: readonly { product: Product; code: string | null }[];
  /** `serial` tells a repeated notice from the one before. */
  notice: { serial: number; of: Notice } | null;
  waitingScans: number;
};

export const useSellView = create<SellView>(() => ({
  typed: '',
  shelf: null,
  dialog: null,
  giftCard: null,
  weighing: [],
  notice: null,
  waitingScans: 0,
}));

export const sellView = {
  type: (typed: string) => {
    searchProducts(parseEntry(typed).text);
    useSellView.setState({ typed });
  },
  choose: (shelf: Shelf) => useSellView.setState({ shelf }),
  open: (dialog: SellDialog) => useSellView.setState({ dialog }),
  showGiftCard: (giftCard: string) => useSellView.setState({ dialog: 'gift-card', giftCard }),
  close: () => useSellView.setState({ dialog: null, giftCard: null }),
  weigh: (product: Product, code: string | null) =>
    useSellView.setState(({ weighing }) => ({ weighing: [...weighing, { product, code }] })),
  weighed: () => useSellView.setState(({ weighing }) => ({ weighing: weighing.slice(1) })),
  tell: (of: Notice) =>
    useSellView.setState(({ notice }) => ({ notice: { serial: (notice?.serial ?? 0) + 1, of } })),
  hush: () => useSellView.setState({ notice: null }),
  countWaiting: (waitingScans: number) => {
    if (useSellView.getState().waitingScans !== waitingScans) useSellView.setState({ waitingScans });
  },
};
