import { useRef, useState, type FormEvent } from 'react';
import type { CashMove } from '../../../shared/api/shifts.ts';
import { readAmount } from '../../../shared/domain/read-amount.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useMoveCash } from '../../api/shifts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { newId } from '../../app/ids.ts';
import { useHoldOffLock } from '../../app/use-hold-off-lock.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { AmountField, AmountPad } from './amount-field.tsx';
import { shiftTexts, type ShiftTextKey } from './texts.ts';

type CashMoveKind = CashMove['kind'];

const reasons: Record<CashMoveKind, readonly ShiftTextKey[]> = {
  in: ['reasonChange', 'reasonForgotten'],
  out: ['reasonSupplier', 'reasonShopping', 'reasonWages'],
  drop: ['reasonFull', 'reasonEvening'],
  'no-sale': ['reasonBreak', 'reasonCheck'],
};

/** Cash into the drawer, out of it, to the safe; or the drawer opened without a sale. */
export function CashMoveDialog({ onClose }: { onClose: () => void }) {
  const t = shiftTexts.useText();
  const common = useCommonText();
  const { currency, locale, money } = useFormats();
  const amountField = useRef<HTMLInputElement>(null);
  const reasonField = useRef<HTMLInputElement>(null);
  const move = useMoveCash();
  const [id] = useState(newId);
  const [kind, setKind] = useState<CashMoveKind>('in');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  useHoldOffLock(typed !== '');
  const isMoney = kind !== 'no-sale';
  const amount = readAmount(typed, currency, locale);
  const amountProblem = !isMoney
    ? undefined
    : !amount.ok
      ? typed.trim() === ''
        ? t('amountNeeded')
        : amount.failure.message
      : amount.value === 0
        ? t('amountNeeded')
        : undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (amountProblem !== undefined) return amountField.current?.focus();
    if (reason.trim() === '') return reasonField.current?.focus();
    const amountMinor = isMoney && amount.ok ? amount.value : 0;
    const words = isMoney ? `${t(`move-${kind}`)}: ${money(amountMinor)}` : t(`move-${kind}`);
    try {
      const done = await move.mutateAsync({ id, kind, amountMinor, reason, words });
      showToast({ tone: 'good', title: t('moved', { words, slip: done.slipNumber }) });
      onClose();
    } catch (thrown) {
      if (!isApiFailure(thrown)) throw thrown;
    }
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('moveTitle')}
      size="large"
      bodyClassName={isMoney ? 'grid items-start gap-6 md:grid-cols-[minmax(0,1fr)_14rem]' : ''}
      closeLabel={common('close')}
      initialFocus={isMoney ? amountField : reasonField}
      dismissible={!move.isPending}
      footer={
        <>
          <Button onClick={onClose} disabled={move.isPending}>
            {common('cancel')}
          </Button>
          <Button type="submit" form="cash-move" variant="primary" busy={move.isPending}>
            {t(`do-${kind}`)}
          </Button>
        </>
      }
    >
      <form
        id="cash-move"
        noValidate
        onSubmit={(event) => void submit(event)}
        className="flex flex-col gap-4"
      >
        {move.isError && !isApiFailure(move.error, 'approval-needed') && (
          <FailureNotice failure={move.error} />
        )}
        {isApiFailure(move.error, 'approval-needed') && <p role="status">{t('notApproved')}</p>}
        <SegmentedControl
          label={t('moveKind')}
          hideLabel
          value={kind}
          onValueChange={setKind}
          choices={(['in', 'out', 'drop', 'no-sale'] as const).map((value) => ({
            value,
            label: t(`move-${value}`),
          }))}
        />
        <p className="text-sm text-ink-muted">{t(`what-${kind}`)}</p>
        {isMoney && (
          <AmountField
            ref={amountField}
            label={t('amount')}
            error={tried ? amountProblem : undefined}
            value={typed}
            onValueChange={setTyped}
          />
        )}
        <TextField
          ref={reasonField}
          label={t('reason')}
          error={tried && reason.trim() === '' ? t('reasonNeeded') : undefined}
          maxLength={120}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="flex flex-wrap gap-2">
          {reasons[kind].map((key) => (
            <Chip key={key} selected={reason === t(key)} onClick={() => setReason(t(key))}>
              {t(key)}
            </Chip>
          ))}
        </div>
      </form>
      {isMoney && <AmountPad value={typed} onValueChange={setTyped} className="max-md:hidden" />}
    </Dialog>
  );
}
