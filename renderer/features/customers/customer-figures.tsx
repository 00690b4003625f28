import { Coins } from 'lucide-react';
import { useState } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { amountForPoints, tierOf } from '../../../shared/domain/points.ts';
import { useCustomerStanding } from '../../api/customers.ts';
import { useSettings } from '../../api/settings.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { AwardDialog } from './award-dialog.tsx';
import { customersTexts } from './texts.ts';

/** What a customer has in points and what that is worth, their tier, and what they bought. */
export function CustomerFigures({ customer }: { customer: Customer }) {
  const t = customersTexts.useText();
  const { number, money, date } = useFormats();
  const mayAward = useMay('points.award') && customer.erasedAt === null;
  const [isAwarding, setAwarding] = useState(false);
  usePageKeys({ p: () => mayAward && setAwarding(true) });
  const small = [
    ...useTier(customer),
    [t('visits'), number(customer.visits)],
    [t('spent'), money(customer.spentMinor)],
    [t('lastVisit'), customer.lastVisitAt === null ? t('neverVisited') : date(customer.lastVisitAt)],
  ] as const;
  return (
    <section aria-label={t('balance')} className="rounded-card border bg-surface p-5 shadow-low">
      <p className="text-sm text-ink-muted">{t('balance')}</p>
      <p className="figures text-5xl leading-tight font-semibold text-accent-text">
        {number(customer.pointsBalance)}
      </p>
      <Worth customer={customer} />
      {mayAward && (
        <Button icon={Coins} keyLabel="P" className="mt-3 w-full" onClick={() => setAwarding(true)}>
          {t('award')}
        </Button>
      )}
      <dl className="mt-4 flex flex-col gap-1 border-t pt-3">
        {small.map(([label, value]) => (
          <div key={label} className="flex items-baseline justify-between gap-3">
            <dt className="text-ink-muted">{label}</dt>
            <dd className="figures truncate font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {isAwarding && <AwardDialog customer={customer} onClose={() => setAwarding(false)} />}
    </section>
  );
}

/** The tier, in a shop that has any. */
function useTier({ tierId, pointsEarnedEver }: Customer): (readonly [string, string])[] {
  const t = customersTexts.useText();
  const { data: settings } = useSettings();
  const tiers = settings?.points.tiers ?? [];
  if (tiers.length === 0) return [];
  const tier = tierOf(pointsEarnedEver, tierId, tiers);
  const name = tier?.name ?? t('tierNone');
  return [[t('tier'), tier !== null && tier.id === tierId ? t('tierByHand', { name }) : name]];
}

/** What the points are worth, and which of them end next. */
function Worth({ customer: { id, pointsBalance } }: { customer: Customer }) {
  const t = customersTexts.useText();
  const { number, money, day } = useFormats();
  const { data: settings } = useSettings();
  const mayAsk = useMay('sell');
  const { data: standing } = useCustomerStanding(id, { enabled: mayAsk });
  const points = settings?.points;
  const ends = standing?.expiringOn;
  return (
    <div className="figures text-sm text-ink-muted">
      {pointsBalance < 0 && <p className="text-warn">{t('owed')}</p>}
      {points?.redeem === true && pointsBalance > 0 && (
        <p>{t('worth', { amount: money(amountForPoints(pointsBalance, points)) })}</p>
      )}
      {standing && ends != null && standing.expiringPoints > 0 && (
        <p className="text-warn">
          {t('expires', {
            count: standing.expiringPoints,
            number: number(standing.expiringPoints),
            date: day(ends),
          })}
        </p>
      )}
    </div>
  );
}
