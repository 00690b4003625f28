import { useState } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { useCustomer, useMergeCustomers } from '../../api/customers.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { MergeFind } from './merge-find.tsx';
import { MergeTable } from './merge-table.tsx';
import { mergeTexts } from './merge-texts.ts';

export type MergeDialogProps = {
  customerId: string;
  /** The other record where it is known; else it is looked for first. */
  otherId?: string;
  onClose: () => void;
  /** The customer that stays. */
  onMerged?: (survivor: Customer) => void;
};

/** Makes one customer of two: both side by side, which one stays, and what adds up. */
export function MergeDialog({ customerId, otherId, onClose, onMerged }: MergeDialogProps) {
  const [chosenId, setChosenId] = useState(otherId ?? null);
  const { data: customer } = useCustomer(customerId);
  const { data: other } = useCustomer(chosenId);
  if (chosenId === null)
    return <MergeFind customer={customer} onChoose={({ id }) => setChosenId(id)} onClose={onClose} />;
  if (customer === undefined || other === undefined) return <Loading onClose={onClose} />;
  return (
    <Comparison
      key={other.id}
      pair={[customer, other]}
      onClose={onClose}
      onMerged={onMerged}
      onOther={otherId === undefined ? () => setChosenId(null) : null}
    />
  );
}

function Loading({ onClose }: { onClose: () => void }) {
  const t = mergeTexts.useText();
  return (
    <Dialog open onOpenChange={onClose} size="large" title={t('title')}>
      <Skeleton className="h-64" />
    </Dialog>
  );
}

type ComparisonProps = {
  pair: readonly [Customer, Customer];
  onClose: () => void;
  onMerged: MergeDialogProps['onMerged'];
  onOther: (() => void) | null;
};

/** The older record goes on, on every till alike, whichever was named first; ids are in the order of time. */
const inOrder = ([one, other]: readonly [Customer, Customer]) =>
  one.id < other.id ? ([one, other] as const) : ([other, one] as const);

function Comparison({ pair, onClose, onMerged, onOther }: ComparisonProps) {
  const t = mergeTexts.useText();
  const common = useCommonText();
  const merge = useMergeCustomers();
  const [survivor, merged] = inOrder(pair);
  const send = () =>
    merge.mutate(
      { id: survivor.id, mergedId: merged.id },
      {
        onSuccess: (customer) => {
          showToast({ tone: 'good', title: t('done', { other: merged.name, name: survivor.name }) });
          onClose();
          onMerged?.(customer);
        },
      },
    );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!merge.isPending}
      size="large"
      title={t('title')}
      closeLabel={common('close')}
      footer={
        <>
          {onOther !== null && (
            <Button className="mr-auto" onClick={onOther} disabled={merge.isPending}>
              {t('chooseOther')}
            </Button>
          )}
          <Button onClick={onClose} disabled={merge.isPending}>
            {common('cancel')}
          </Button>
          <Button variant="danger" busy={merge.isPending} onClick={send}>
            {t('send')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {merge.error && <FailureNotice failure={merge.error} />}
        <p>
          {t('what', { other: merged.name, name: survivor.name })} <strong>{t('forGood')}</strong>
        </p>
        <MergeTable survivor={survivor} merged={merged} />
      </div>
    </Dialog>
  );
}
