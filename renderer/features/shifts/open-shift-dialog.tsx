import { useRef, useState, type FormEvent } from 'react';
import type { Shift } from '../../../shared/api/shifts.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useOpenShift } from '../../api/shifts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { newId } from '../../app/ids.ts';
import { useHoldOffLock } from '../../app/use-hold-off-lock.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { shiftTexts } from './texts.ts';

export type OpenShiftDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A shift is open now: this one, or null when another had opened it meanwhile. */
  onOpened?: (shift: Shift | null) => void;
};

/** Opens a shift with its float; for `shift-needed`, and before the first sale. */
export function OpenShiftDialog({ open, onOpenChange, onOpened }: OpenShiftDialogProps) {
  const t = shiftTexts.useText();
  const common = useCommonText();
  const field = useRef<HTMLInputElement>(null);
  const openShift = useOpenShift();
  const [id, setId] = useState(newId);
  const [floatMinor, setFloatMinor] = useState<number | null>(null);
  const [tried, setTried] = useState(false);
  useHoldOffLock(open && floatMinor !== null);

  const done = (shift: Shift | null) => {
    setId(newId());
    setFloatMinor(null);
    setTried(false);
    openShift.reset();
    onOpenChange(false);
    onOpened?.(shift);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (floatMinor === null) return field.current?.focus();
    openShift.mutate(
      { id, floatMinor },
      {
        onSuccess: (shift) => {
          showToast({ tone: 'good', title: t('opened', { number: shift.number }) });
          done(shift);
        },
        onError: (failure) => {
          if (!isApiFailure(failure, 'shift-open')) return;
          showToast({ title: t('openAlready') });
          done(null);
        },
      },
    );
  };

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('openTitle')}
      description={t('openWhy')}
      size="small"
      closeLabel={common('close')}
      initialFocus={field}
      dismissible={!openShift.isPending}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)} disabled={openShift.isPending}>
            {common('cancel')}
          </Button>
          <Button type="submit" form="open-shift" variant="primary" busy={openShift.isPending}>
            {t('open')}
          </Button>
        </>
      }
    >
      <form id="open-shift" onSubmit={submit} noValidate className="flex flex-col gap-4">
        {openShift.isError && <FailureNotice failure={openShift.error} />}
        <MoneyField
          ref={field}
          label={t('float')}
          hint={t('floatHint')}
          value={floatMinor}
          onValueChange={setFloatMinor}
          invalidText={common('moneyInvalid')}
          error={tried && floatMinor === null ? t('floatNeeded') : undefined}
          inputClassName="text-xl font-semibold min-h-14"
        />
      </form>
    </Dialog>
  );
}
