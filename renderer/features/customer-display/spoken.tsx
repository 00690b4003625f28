import type { DisplayState } from '../../app/customer-display/display-message.ts';
import { useFormats, type Formats } from '../../ui/format.tsx';
import { displayTexts } from './texts.ts';

/** What a screen reader says of each change. */
export function Spoken({ state }: { state: DisplayState }) {
  const formats = useFormats();
  return (
    <p role="status" className="sr-only">
      {wordsOf(state, formats)}
    </p>
  );
}

function wordsOf(state: DisplayState, { money }: Formats): string {
  const t = displayTexts.text;
  switch (state.kind) {
    case 'idle':
      return t('welcome');
    case 'cart': {
      const { lines, newestLineId, totalMinor } = state.cart;
      const total = money(totalMinor);
      const newest = lines.find(({ lineId }) => lineId === newestLineId);
      if (newest === undefined) return t('sayTotal', { total });
      return t('sayLine', { name: newest.name ?? t('giftCard'), amount: money(newest.amountMinor), total });
    }
    case 'pay':
      return t('sayToPay', { left: money(state.leftMinor) });
    case 'thanks':
      return t('sayThanks', { total: money(state.totalMinor), change: money(state.changeMinor) });
  }
}
