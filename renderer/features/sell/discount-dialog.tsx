import { ArrowRight, ShieldCheck } from 'lucide-react';
import { useRef } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import type { Way } from '../../../shared/domain/acts.ts';
import { keyLabelOf } from '../../app/actions.ts';
import { useCommonText } from '../../app/i18n.ts';
import { useAction } from '../../app/use-action.ts';
import { applyPadKey } from '../../ui/apply-pad-key.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { editTexts } from './edit-texts.ts';
import { ReasonField } from './reason-field.tsx';
import { useDiscountForm, type DiscountForm, type DiscountScope } from './use-discount-form.ts';

/** Takes a percent or an amount off the selected line or the whole sale; nothing changes until it is given. */
export function DiscountDialog({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const t = editTexts.useText();
  const form = useDiscountForm(settings, onClose);
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('discountTitle')}
      size="large"
      bodyClassName="pb-3!"
      initialFocus={field}
      closeLabel={useCommonText()('close')}
      footer={
        <>
          {form.isGiven && <Button onClick={form.takeOff}>{t('takeOff')}</Button>}
          <Button
            variant="primary"
            size="large"
            type="submit"
            form="discount"
            keyLabel="Enter"
            disabled={form.way === 'never'}
            className="min-w-56"
          >
            {t('apply')}
          </Button>
        </>
      }
    >
      <DiscountFields form={form} settings={settings} fieldRef={field} />
    </Dialog>
  );
}

type FieldsProps = {
  form: DiscountForm;
  settings: Settings;
  fieldRef: React.RefObject<HTMLInputElement | null>;
};

function DiscountFields({ form, settings, fieldRef }: FieldsProps) {
  const t = editTexts.useText();
  const { form: typed, line, change } = form;
  const { scope } = typed;
  const reopen = (to: DiscountScope) => {
    form.reopen(to);
    fieldRef.current?.focus();
  };
  useAction('sell.discount', () => {
    if (line !== undefined) reopen(scope === 'line' ? 'sale' : 'line');
  });
  return (
    <form
      id="discount"
      className="grid gap-x-6 gap-y-3 sm:grid-cols-[18rem_minmax(0,1fr)]"
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <div className="flex flex-col gap-2.5">
        <SegmentedControl
          label={t('discountScope')}
          hideLabel
          value={scope}
          disabled={line === undefined}
          onValueChange={reopen}
          choices={[
            { value: 'line', label: t('onLine') },
            { value: 'sale', label: <>{t('onSale')}</> },
          ]}
        />
        <EntryField form={form} fieldRef={fieldRef} />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <p className="line-clamp-1 font-medium [overflow-wrap:anywhere]">
          {scope === 'line' ? line?.product.name : t('onSale')}
          {line !== undefined && (
            <span className="pl-2 text-sm font-normal text-ink-muted">{keyLabelOf('sell.discount')}</span>
          )}
        </p>
        <div role="group" aria-label={t('quick')} className="flex flex-wrap gap-1.5">
          {settings.discounts.percents.map((percent) => (
            <Chip
              key={percent}
              selected={typed.entry.kind === 'percent' && typed.entry.text === String(percent)}
              onClick={() => change({ entry: { kind: 'percent', text: String(percent) } })}
            >
              {t('quickPercent', { percent })}
            </Chip>
          ))}
        </div>
        <ReasonField
          value={typed.reason}
          onValueChange={(reason) => change({ reason })}
          reasons={settings.discounts.reasons}
          error={form.problem === 'reason' ? t('reasonNeeded') : undefined}
        />
        <Outcome form={form} />
      </div>
    </form>
  );
}

function EntryField({ form, fieldRef }: Pick<FieldsProps, 'form' | 'fieldRef'>) {
  const t = editTexts.useText();
  const common = useCommonText();
  const { currency } = useFormats();
  const { entry } = form.form;
  const isPercent = entry.kind === 'percent';
  const write = (text: string) => form.change({ entry: { ...entry, text } });
  const decimals = isPercent ? 4 : currency.exponent;
  return (
    <>
      <div className="flex gap-2">
        <SegmentedControl
          label={t('discountKind')}
          hideLabel
          value={entry.kind}
          onValueChange={(kind) => {
            form.change({ entry: { kind, text: '' } });
            fieldRef.current?.focus();
          }}
          choices={[
            { value: 'percent', label: '%' },
            { value: 'amount', label: currency.code },
          ]}
        />
        <TextField
          ref={fieldRef}
          className="flex-1"
          label={t(isPercent ? 'percentLabel' : 'amountLabel')}
          hideLabel
          inputMode="none"
          placeholder="0"
          value={entry.text}
          onChange={(event) => write(event.target.value)}
          error={form.problem === 'entry' ? t(isPercent ? 'percentInvalid' : 'amountInvalid') : undefined}
          inputClassName="figures h-12 text-right text-2xl font-semibold"
        />
      </div>
      <NumberPad
        label={common('numberPad')}
        backspaceLabel={common('backspace')}
        {...(decimals > 0 ? { extraKey: '.' as const } : {})}
        onKey={(key) => write(applyPadKey(entry.text, key, { decimals, maximumLength: 9 }))}
      />
    </>
  );
}

/** What it comes to, before and with the discount, and who will be asked. */
function Outcome({ form: { form, before, after, way } }: Pick<FieldsProps, 'form'>) {
  const t = editTexts.useText();
  return (
    <div role="status" className="mt-auto rounded-card bg-sunken px-4 py-2.5">
      <p className="text-sm text-ink-muted">{t(form.scope === 'line' ? 'lineAfter' : 'saleAfter')}</p>
      <p className="flex items-center gap-2 text-xl">
        <Money
          minor={before}
          className={after === before ? 'font-semibold' : 'text-ink-muted line-through'}
        />
        {after !== before && (
          <>
            <ArrowRight className="size-5 text-ink-muted" aria-hidden="true" />
            <Money minor={after} className="font-bold" />
          </>
        )}
      </p>
      <AskedWords way={way} never={t('neverAllowed')} />
    </div>
  );
}

/** Who will be asked before this is done; nothing where it may be done freely. */
export function AskedWords({ way, never }: { way: Way; never: string }) {
  const t = editTexts.useText();
  if (way === 'allow') return null;
  if (way === 'never')
    return (
      <p role="alert" className="pt-1 text-sm font-medium text-danger">
        {never}
      </p>
    );
  return (
    <p className="flex items-center gap-1.5 pt-1 text-sm">
      <ShieldCheck className="size-4 shrink-0 text-accent-text" aria-hidden="true" />
      {t(way === 'manager' ? 'managerAsked' : 'ownPinAsked')}
    </p>
  );
}
