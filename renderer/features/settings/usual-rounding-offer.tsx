import type { Settings } from '../../../shared/api/settings.ts';
import { businessDate } from '../../../shared/domain/business-date.ts';
import { usualCashRounding } from '../../../shared/domain/cash-rounding-table.ts';
import type { CashRounding } from '../../../shared/domain/round-cash.ts';
import { nowMilliseconds } from '../../app/clock.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { settingsTexts } from './texts.ts';

export type UsualRoundingOfferProps = {
  shop: Settings['shop'];
  /** As it is in the form; null: cash is not rounded. */
  now: { stepMinor: number | null; tie: CashRounding['tie'] } | null;
  onTake: (rounding: CashRounding) => void;
};

/** The rounding that is usual where the shop is, today; nothing where we know of none. */
export function UsualRoundingOffer({ shop, now, onTake }: UsualRoundingOfferProps) {
  const t = settingsTexts.useText();
  const { amount, day } = useFormats();
  const today = businessDate(new Date(nowMilliseconds()).toISOString(), shop.timeZone, shop.dayCutOff);
  const usual = usualCashRounding(shop.country, shop.currency, today);
  if (usual === null) return null;
  const { rounding, from } = usual;
  const country = new Intl.DisplayNames(['en'], { type: 'region' }).of(usual.country) ?? usual.country;
  if (now?.stepMinor === rounding.stepMinor && now.tie === rounding.tie)
    return <p className="text-ink-muted">{t('cashUsualTaken', { country })}</p>;
  const words = {
    date: day(from),
    step: amount(rounding.stepMinor),
    tie: t(`cashTie-${rounding.tie}`).toLowerCase(),
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button onClick={() => onTake(rounding)}>{t('cashUsual', { country })}</Button>
      <p className="figures text-ink-muted">
        {t(rounding.stepMinor % 2 === 0 ? 'cashUsualTie' : 'cashUsualWhat', words)}
      </p>
    </div>
  );
}
