import { useRef, useState, type FormEvent } from 'react';
import type { Shift } from '../../../shared/api/shifts.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useLeftInDrawer, useOpenShift } from '../../api/shifts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { newId } from '../../app/ids.ts';
import { useHoldOffLock } from '../../app/use-hold-off-lock.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { showToast } from '../../ui/toast.tsx';
import { drawerOf, emptyDrawer, readDrawer, type DrawerDraft } from './drawer-draft.ts';
import { DrawerEntry } from './drawer-entry.tsx';
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
  const { amount, currency, locale } = useFormats();
  const field = useRef<HTMLInputElement>(null);
  const openShift = useOpenShift();
  const { data: left } = useLeftInDrawer();
  const [id, setId] = useState(newId);
  const [typed, setTyped] = useState<DrawerDraft | null>(null);
  const [tried, setTried] = useState(false);
  const draft =
    typed ?? (left ? drawerOf(left, amount(left.cashMinor)) : { ...emptyDrawer, way: 'amount' as const });
  const drawer = readDrawer(draft, currency, locale);
  useHoldOffLock(open && typed !== null);
  const isEmpty = draft.way === 'amount' && draft.amount.trim() === '';

  const done = (shift: Shift | null) => {
    setId(newId());
    setTyped(null);
    setTried(false);
    openShift.reset();
    onOpenChange(false);
    onOpened?.(shift);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!drawer.ok) return field.current?.focus();
    const { cashMinor: floatMinor, pieces } = drawer.value;
    openShift.mutate(
      { id, floatMinor, pieces },
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
      description={left ? t('openLeft') : t('openWhy')}
      size={draft.way === 'pieces' ? 'large' : 'small'}
      closeLabel={common('close')}
      {...(draft.way === 'amount' ? { initialFocus: field } : {})}
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
        <DrawerEntry
          draft={draft}
          onDraftChange={setTyped}
          amountLabel={t('float')}
          amountHint={t('floatHint')}
          amountRef={field}
          error={tried && !drawer.ok ? (isEmpty ? t('floatNeeded') : drawer.failure.message) : undefined}
        />
      </form>
    </Dialog>
  );
}
