import { Check } from 'lucide-react';
import { useEffect, useRef, type FormEvent } from 'react';
import { EngineBanner } from '../../app/engine-banner.tsx';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { OwnerStep } from './owner-step.tsx';
import { ReviewStep } from './review-step.tsx';
import type { Step } from './set-up-draft.ts';
import { ShopStep } from './shop-step.tsx';
import { TaxStep } from './tax-step.tsx';
import { setUpTexts } from './texts.ts';
import { useSetUpWizard } from './use-set-up-wizard.ts';

const words = {
  shop: { name: 'stepShop', title: 'shopTitle', what: 'shopWhat' },
  tax: { name: 'stepTax', title: 'taxTitle', what: 'taxWhat' },
  owner: { name: 'stepOwner', title: 'ownerTitle', what: 'ownerWhat' },
  review: { name: 'stepReview', title: 'reviewTitle', what: 'reviewWhat' },
} as const;
/** The first step of a till for a shop that is there already. */
const joiningWords = { title: 'joinsTitle', what: 'joinsWhat' } as const;

/** The first start: shop, tax, owner, review. Enter goes on, Back keeps what was typed. */
export function SetUpPage() {
  const t = setUpTexts.useText();
  const common = useCommonText();
  const wizard = useSetUpWizard();
  const form = useRef<HTMLFormElement>(null);
  const { step, steps, position, draft, change, errorOf } = wizard;
  const { title, what } = step === 'shop' && draft.joins ? joiningWords : words[step];
  const isLast = position === steps.length - 1;

  useEffect(() => {
    form.current?.scrollTo({ top: 0 });
    if (step === 'review') form.current?.querySelector<HTMLElement>('button[type="submit"]')?.focus();
  }, [step]);

  // What the engine refused is on its own step by now: the caret goes there.
  const { refusedField } = wizard;
  useEffect(() => {
    if (refusedField !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusedField]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wizard.next()) return;
    // After the errors are drawn, the caret goes to the first of them.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  return (
    <div className="flex h-full flex-col">
      <EngineBanner />
      <main className="flex min-h-0 flex-1 items-center justify-center p-4">
        <Card className="flex h-[39rem] max-h-full w-full max-w-4xl overflow-hidden">
          <StepList steps={steps} position={position} />
          <form ref={form} onSubmit={submit} noValidate className="flex min-w-0 flex-1 flex-col">
            <div className="min-h-0 flex-1 overflow-y-auto p-6">
              <p className="text-sm text-ink-muted md:hidden">
                {t('stepOf', { number: position + 1, count: steps.length })}
              </p>
              <h1 className="text-xl font-semibold">{t(title)}</h1>
              <p className="pb-4 text-ink-muted">{t(what)}</p>
              {wizard.failure !== null && <FailureNotice failure={wizard.failure} className="mb-4" />}
              {step === 'shop' && <ShopStep {...{ draft, change, errorOf }} />}
              {step === 'tax' && <TaxStep {...{ draft, change, errorOf }} />}
              {step === 'owner' && <OwnerStep {...{ draft, change, errorOf }} />}
              {step === 'review' && <ReviewStep draft={draft} goTo={wizard.goTo} />}
            </div>
            <div className="flex justify-between gap-2 border-t px-6 py-3">
              <Button onClick={wizard.back} disabled={position === 0 || wizard.pending}>
                {common('back')}
              </Button>
              <Button type="submit" variant="primary" busy={wizard.pending} className="min-w-36">
                {isLast ? t('finish') : common('next')}
              </Button>
            </div>
          </form>
        </Card>
      </main>
    </div>
  );
}

function StepList({ steps, position }: { steps: readonly Step[]; position: number }) {
  const t = setUpTexts.useText();
  return (
    <div className="flex w-64 shrink-0 flex-col gap-4 border-r bg-sunken p-6 max-md:hidden">
      <div>
        <p className="text-xl font-semibold">{t('title')}</p>
        <p className="pt-1 text-ink-muted">{t('what')}</p>
      </div>
      <ol aria-label={t('steps')} className="flex flex-col gap-1">
        {steps.map((step, index) => (
          <li
            key={step}
            aria-current={index === position ? 'step' : undefined}
            className={classNames(
              'flex min-h-10 items-center gap-3',
              index === position ? 'font-semibold' : 'text-ink-muted',
            )}
          >
            <span
              className={classNames(
                'figures flex size-7 items-center justify-center rounded-full border-2 text-sm font-semibold',
                index <= position ? 'border-accent bg-accent text-accent-ink' : 'border-line-strong',
              )}
            >
              {index < position ? <Check className="size-4" aria-label={t('stepDone')} /> : index + 1}
            </span>
            {t(words[step].name)}
          </li>
        ))}
      </ol>
    </div>
  );
}
