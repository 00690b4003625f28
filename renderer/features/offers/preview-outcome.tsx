import { CircleCheck, CircleSlash } from 'lucide-react';
import type { PromotionPreviewed } from '../../../shared/api/offers.ts';
import { refusalWords } from '../../app/offer-words.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats, type Formats } from '../../ui/format.tsx';
import { offersTexts } from './texts.ts';

export type PreviewOutcomeProps = { id: string; answer: PromotionPreviewed; isOutdated: boolean };

type Applied = PromotionPreviewed['applied'][number];

/** Whether the promotion counts in the cart, or why it does not; then what the others do. */
export function PreviewOutcome({ id, answer, isOutdated }: PreviewOutcomeProps) {
  const t = offersTexts.useText();
  const formats = useFormats();
  const own = answer.applied.find(({ promotionId }) => promotionId === id);
  const refused = answer.refused.find((offer) => offer.id === id);
  const others = answer.applied.filter(({ promotionId }) => promotionId !== id);
  const Icon = own === undefined ? CircleSlash : CircleCheck;
  return (
    <div className={isOutdated ? 'late opacity-60' : undefined}>
      <p
        role="status"
        className={classNames(
          'flex items-start gap-2 rounded-control px-3 py-2.5 font-medium',
          own === undefined ? 'bg-warn-soft text-warn' : 'bg-accent-soft text-accent-text',
        )}
      >
        <Icon className="mt-0.5 size-5 shrink-0" aria-hidden="true" />
        <span>
          {own !== undefined
            ? appliedWords(own, formats)
            : refused === undefined
              ? t('refusesSilently')
              : t('refuses', { reason: refusalWords(refused, formats) })}
        </span>
      </p>
      {others.length > 0 && (
        <div className="pt-2 text-sm">
          <p className="text-ink-muted">{t('others')}</p>
          <ul>
            {others.map((other) => (
              <li key={other.promotionId} className="figures flex justify-between gap-3">
                <span className="min-w-0 truncate">{other.title}</span>
                <span className="shrink-0 text-accent-text">−{formats.money(other.discountMinor)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function appliedWords({ discountMinor, bonusPoints }: Applied, { money, number }: Formats): string {
  const amount = money(discountMinor);
  const points = { count: bonusPoints, number: number(bonusPoints) };
  if (bonusPoints === 0) return offersTexts.text('applies', { amount });
  if (discountMinor === 0) return offersTexts.text('appliesPoints', points);
  return offersTexts.text('appliesBoth', { amount, ...points });
}
