import { useDeferredValue, useState } from 'react';
import { businessDate } from '../../../shared/domain/business-date.ts';
import { usePromotionPreview } from '../../api/promotions.ts';
import { nowMilliseconds } from '../../app/clock.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PickProduct } from './pick-product.tsx';
import { emptyCart, firstProblem, previewOf, withOneMore, type PreviewCart } from './preview-cart.ts';
import { PreviewCustomer } from './preview-customer.tsx';
import { PreviewLines } from './preview-lines.tsx';
import { PreviewOutcome } from './preview-outcome.tsx';
import type { PromotionDraft } from './promotion-draft.ts';
import { offersTexts, type OffersTextKey } from './texts.ts';
import { useScannedProducts } from './use-scanned-products.ts';
import { useStoreClock } from './use-words.ts';

/** A cart beside the form: what the promotion as it is written would do to it. */
export function PreviewPanel({ id, draft }: { id: string; draft: PromotionDraft }) {
  const t = offersTexts.useText();
  const clock = useStoreClock();
  const [cart, setCart] = useState(emptyCart);
  const change = (changes: Partial<PreviewCart>) => setCart((now) => ({ ...now, ...changes }));
  useScannedProducts((added) => setCart((now) => withOneMore(now, added)));
  const body = useDeferredValue(previewOf(draft, cart, id, clock));
  const { data, error, isPlaceholderData } = usePromotionPreview(body);
  const problem = firstProblem(draft);
  const answer = cart.lines.length === 0 || problem !== null ? undefined : data;
  return (
    <section aria-label={t('preview')} className="flex flex-col gap-3">
      <div>
        <h3 className="font-semibold">{t('preview')}</h3>
        <p className="text-sm text-ink-muted">{t('previewHint')}</p>
      </div>
      <PickProduct
        label={t('previewAdd')}
        hideLabel
        onPick={(added) => setCart((now) => withOneMore(now, added))}
      />
      {cart.lines.length === 0 ? (
        <p className="text-ink-muted">{t('previewEmpty')}</p>
      ) : (
        <>
          {problem !== null && (
            <p className="text-warn">{t('previewFix', { field: t(problemLabel(problem)) })}</p>
          )}
          {error !== null && <FailureNotice failure={error} />}
          {answer !== undefined && <PreviewOutcome id={id} answer={answer} isOutdated={isPlaceholderData} />}
          <PreviewLines cart={cart} answer={answer} onChange={setCart} />
        </>
      )}
      <PreviewCustomer customerId={cart.customerId} onChange={(customerId) => change({ customerId })} />
      {draft.needsCode && (
        <Checkbox
          label={t('previewCode')}
          checked={cart.codePresented}
          onCheckedChange={(codePresented) => change({ codePresented })}
        />
      )}
      <PreviewTime cart={cart} onChange={change} />
    </section>
  );
}

type PreviewTimeProps = { cart: PreviewCart; onChange: (changes: Partial<PreviewCart>) => void };

function PreviewTime({ cart, onChange }: PreviewTimeProps) {
  const t = offersTexts.useText();
  const { timeZone, dayCutOff } = useStoreClock();
  const today = () => businessDate(new Date(nowMilliseconds()).toISOString(), timeZone, dayCutOff);
  return (
    <>
      <SegmentedControl
        label={t('previewTime')}
        value={cart.date === '' ? 'now' : 'at'}
        onValueChange={(when) => onChange({ date: when === 'now' ? '' : today() })}
        choices={[
          { value: 'now', label: t('previewNow') },
          { value: 'at', label: t('previewAt') },
        ]}
      />
      {cart.date !== '' && (
        <div className="grid grid-cols-2 gap-3">
          <TextField
            type="date"
            label={t('previewDate')}
            required
            value={cart.date}
            onChange={(event) => event.target.value !== '' && onChange({ date: event.target.value })}
          />
          <TextField
            type="time"
            label={t('previewClock')}
            value={cart.time}
            onChange={(event) => onChange({ time: event.target.value })}
          />
        </div>
      )}
    </>
  );
}

const labels: Partial<Record<keyof PromotionDraft, OffersTextKey>> = {
  percentPpm: 'percent',
  amountMinor: 'amount',
  buyCount: 'buyCount',
  getCount: 'getCount',
  getPercentPpm: 'getPercent',
  bundleCount: 'bundleCount',
  bundleMinor: 'bundlePrice',
  bonusPoints: 'bonusPoints',
  productIds: 'scope',
  categoryIds: 'scope',
  tierIds: 'audience',
  customerIds: 'audience',
  untilDate: 'untilDate',
  days: 'days',
  hoursFrom: 'hoursFrom',
  hoursUntil: 'hoursUntil',
  couponCode: 'couponCode',
  minimumSpendMinor: 'minimumSpend',
  limitPerCustomer: 'limitPerCustomer',
  limitTotal: 'limitTotal',
  priority: 'priority',
};

/** What the field is called in the form. */
const problemLabel = (field: keyof PromotionDraft): OffersTextKey => labels[field] ?? 'effect';
