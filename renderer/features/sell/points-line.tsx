import type { Settings } from '../../../shared/api/settings.ts';
import { useCart } from '../../state/cart.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { offersFor, useOffersState } from '../../state/offers.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { usePointsToEarn } from '../pay/index.ts';
import { tierWords } from './earning-words.ts';
import { sellTexts } from './texts.ts';

/** The points that this sale earns, or would earn somebody; and the tier that multiplies them. */
export function PointsLine({ priced, settings }: { priced: PricedDraft; settings: Settings }) {
  const t = sellTexts.useText();
  const { number } = useFormats();
  const customer = useCart((state) => state.draft.customer);
  const standing = useOffersState((state) => offersFor(state, customer)?.customer ?? null);
  const points = usePointsToEarn(priced, settings);
  const hasCustomer = customer !== null;
  const tier = tierWords(standing);
  return (
    <p
      className={classNames(
        'truncate text-xs',
        hasCustomer ? 'font-medium text-accent-text' : 'text-ink-muted',
      )}
    >
      {points > 0
        ? t(hasCustomer ? 'earnsPoints' : 'couldEarnPoints', { count: points, points: number(points) })
        : '\u00a0'}
      {points > 0 && tier !== '' && ` · ${tier}`}
    </p>
  );
}
