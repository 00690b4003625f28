import type { DayReport } from '../../../shared/api/reports.ts';
import { Panel } from '../../ui/card.tsx';
import { useFormats } from '../../ui/format.tsx';
import { reportsTexts } from './texts.ts';

/** What discounts by hand, promotions, rewards, points and gift cards came to on the day; nothing on a day without any. */
export function OffersAndPoints({ report }: { report: DayReport }) {
  const t = reportsTexts.useText();
  const { money, number } = useFormats();
  const { promotionMinor, rewardMinor, pointsIssued, pointsRedeemed, giftCardsMinor } = report;
  const byHandMinor = report.discountMinor - promotionMinor - rewardMinor;
  const sums = [byHandMinor, promotionMinor, rewardMinor, pointsIssued, pointsRedeemed, giftCardsMinor];
  if (sums.every((figure) => figure === 0)) return null;
  const figures = [
    [t('byHandOff'), money(byHandMinor)],
    [t('promotionsOff'), money(promotionMinor)],
    [t('rewardsOff'), money(rewardMinor)],
    [t('pointsIssued'), number(pointsIssued)],
    [t('pointsRedeemed'), number(pointsRedeemed)],
    [t('giftCardsSold'), money(giftCardsMinor)],
  ] as const;
  return (
    <Panel title={t('offersAndPoints')} bodyClassName="py-2!">
      <dl>
        {figures.map(([label, value]) => (
          <div key={label} className="flex justify-between gap-3 border-b py-2 last:border-b-0">
            <dt>{label}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
