import { Link } from 'react-router';
import type { Order } from '../../../shared/api/orders.ts';
import { useMay } from '../../state/session.ts';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { ordersTexts } from './texts.ts';

/** The promotions and rewards that a sale had, with what each took off or gave. */
export function SaleOffers({ order: { promotions, rewards } }: { order: Order }) {
  const t = ordersTexts.useText();
  const { number } = useFormats();
  return (
    <>
      {promotions.map(({ promotionId, title, discountMinor, bonusPoints }) => (
        <Offer key={promotionId} to={`/promotions/${promotionId}`} title={title} minor={discountMinor}>
          {bonusPoints > 0 && t('pointsGiven', { count: bonusPoints, points: number(bonusPoints) })}
        </Offer>
      ))}
      {rewards.map(({ rewardId, title, points, discountMinor }) => (
        <Offer key={rewardId} to={`/rewards/${rewardId}`} title={title} minor={discountMinor}>
          {t('pointsTaken', { count: points, points: number(points) })}
        </Offer>
      ))}
    </>
  );
}

type OfferProps = { to: string; title: string; minor: number; children: string | false };

function Offer({ to, title, minor, children }: OfferProps) {
  const maySee = useMay('offers.view');
  return (
    <p className="flex items-baseline justify-between gap-3">
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {maySee ? (
          <Link to={to} className="font-medium text-accent-text underline">
            {title}
          </Link>
        ) : (
          title
        )}
        {children !== false && <span className="figures text-sm text-ink-muted"> {children}</span>}
      </span>
      {minor !== 0 && <Money minor={-minor} />}
    </p>
  );
}
