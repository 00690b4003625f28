import { useState, type FormEvent } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useAwardPoints } from '../../api/customers.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { newId } from '../../app/ids.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { awardProblems, newAward, type AwardDraft, type AwardProblem } from './award-draft.ts';
import { customersTexts } from './texts.ts';

const formId = 'award-form';

/** Gives a customer points or corrects them. The id is made with the dialog, so that a retry gives nothing twice. */
export function AwardDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const t = customersTexts.useText();
  const common = useCommonText();
  const { number } = useFormats();
  const [id] = useState(newId);
  const [draft, setDraft] = useState<AwardDraft>(newAward);
  const [problems, setProblems] = useState<readonly AwardProblem[]>([]);
  const award = useAwardPoints(customer.id);
  const { kind, points, reason } = draft;
  const isGift = kind === 'bonus';
  const change = (changes: Partial<AwardDraft>) => {
    setDraft((now) => ({ ...now, ...changes }));
    setProblems([]);
    award.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (award.isPending) return;
    const found = awardProblems(draft, customer.pointsBalance);
    setProblems(found);
    if (found.length > 0 || points === null) return;
    const title = t('awardDone', {
      count: points,
      number: points > 0 ? `+${number(points)}` : number(points),
      name: customer.name,
    });
    award.mutate(
      { id, kind, points, reason: reason.trim() },
      {
        onSuccess: () => {
          showToast({ tone: 'good', title });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!award.isPending}
      title={t('awardTitle', { name: customer.name })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose} disabled={award.isPending}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId} keyLabel="Enter" busy={award.isPending}>
            {t(isGift ? 'awardSend' : 'awardSendCorrect')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {award.error && <FailureNotice failure={award.error} />}
        <SegmentedControl
          label={t('awardKind')}
          value={kind}
          onValueChange={(next) => change({ kind: next })}
          choices={[
            { value: 'bonus', label: t('awardGive') },
            { value: 'adjusted', label: t('awardCorrect') },
          ]}
        />
        <NumberField
          label={t(isGift ? 'awardPoints' : 'awardChange')}
          autoFocus
          inputMode={isGift ? 'numeric' : 'text'}
          value={points}
          onValueChange={(next) => change({ points: next })}
          hint={points !== null && afterWords(customer.pointsBalance, points, number)}
          invalidText={t(isGift ? 'awardNeeded' : 'awardChangeNeeded')}
          error={pointsError(problems, isGift) ?? (isShort(award.error) ? t('awardBelow') : undefined)}
        />
        <TextField
          label={t('awardReason')}
          hint={t('awardReasonHint')}
          maxLength={120}
          value={reason}
          onChange={(event) => change({ reason: event.target.value })}
          error={problems.includes('reason') ? t('awardReasonNeeded') : undefined}
        />
      </form>
    </Dialog>
  );
}

const isShort = (error: unknown) => isApiFailure(error, 'points-short');

function afterWords(balance: number, points: number, number: (value: number) => string): string {
  return customersTexts.text('awardAfter', { before: number(balance), after: number(balance + points) });
}

function pointsError(problems: readonly AwardProblem[], isGift: boolean): string | undefined {
  if (problems.includes('below')) return customersTexts.text('awardBelow');
  if (!problems.includes('points')) return undefined;
  return customersTexts.text(isGift ? 'awardNeeded' : 'awardChangeNeeded');
}
