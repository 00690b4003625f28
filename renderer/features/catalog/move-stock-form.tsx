import { useState, type FormEvent } from 'react';
import type { Product } from '../../../shared/api/catalog.ts';
import { ONE, quantityText } from '../../../shared/domain/quantity.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useMoveStock } from '../../api/products.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { readQuantity, readSignedQuantity } from './read-quantity.ts';
import { catalogTexts } from './texts.ts';

type Kind = 'receive' | 'count' | 'adjust';
type Problem = {
  field: 'quantity' | 'reason';
  text: 'quantityNeeded' | 'quantityZero' | 'quantityWhole' | 'reasonNeeded';
};

const quantityLabel = {
  receive: 'quantityReceive',
  count: 'quantityCount',
  adjust: 'quantityAdjust',
} as const;

function problemOf(kind: Kind, milli: number | null, reason: string, unit: Product['unit']): Problem | null {
  if (milli === null) return { field: 'quantity', text: 'quantityNeeded' };
  if (milli === 0 && kind !== 'count') return { field: 'quantity', text: 'quantityZero' };
  if (unit === 'each' && milli % ONE !== 0) return { field: 'quantity', text: 'quantityWhole' };
  if (kind === 'adjust' && reason.trim() === '') return { field: 'reason', text: 'reasonNeeded' };
  return null;
}

/** Books what came in, what was counted, or a correction with its reason. */
export function MoveStockForm({ product }: { product: Product }) {
  const t = catalogTexts.useText();
  const common = useCommonText();
  const { quantity } = useFormats();
  const [kind, setKind] = useState<Kind>('receive');
  const [milli, setMilli] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [round, setRound] = useState(0);
  const move = useMoveStock();
  const failed = isApiFailure(move.error) ? move.error : null;
  const after = milli === null ? null : kind === 'count' ? milli : product.onHandMilli + milli;
  const errorOf = (field: Problem['field'], path: string) =>
    problem?.field === field ? t(problem.text) : failed?.field === path ? failed.message : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (move.isPending) return;
    const found = problemOf(kind, milli, reason, product.unit);
    setProblem(found);
    if (found !== null || milli === null) return;
    move.mutate(
      { id: product.id, movement: { kind, quantityMilli: milli, reason: reason.trim() } },
      {
        onSuccess: () => {
          setMilli(null);
          setReason('');
          setRound((now) => now + 1);
        },
      },
    );
  };
  const isElsewhere = move.error !== null && failed?.field !== 'quantityMilli' && failed?.field !== 'reason';
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <SegmentedControl
        label={t('moveKind')}
        hideLabel
        value={kind}
        onValueChange={(next) => {
          setKind(next);
          setProblem(null);
        }}
        choices={[
          { value: 'receive', label: t('moveReceive') },
          { value: 'count', label: t('moveCount') },
          { value: 'adjust', label: t('moveAdjust') },
        ]}
      />
      <NumberField
        key={`${kind} ${round}`}
        label={t(quantityLabel[kind])}
        hint={
          after !== null && t('afterwards', { before: quantity(product.onHandMilli), after: quantity(after) })
        }
        value={milli}
        read={kind === 'adjust' ? readSignedQuantity : readQuantity}
        write={quantityText}
        invalidText={t('quantityNeeded')}
        error={errorOf('quantity', 'quantityMilli')}
        onValueChange={(next) => {
          setMilli(next);
          setProblem(null);
          move.reset();
        }}
      />
      <TextField
        label={t('reason')}
        optionalLabel={kind === 'adjust' ? undefined : common('optional')}
        placeholder={t('reasonHint')}
        value={reason}
        maxLength={200}
        error={errorOf('reason', 'reason')}
        onChange={(event) => setReason(event.target.value)}
      />
      {isElsewhere && <FailureNotice failure={move.error} />}
      <Button variant="primary" type="submit" busy={move.isPending}>
        {t('book')}
      </Button>
    </form>
  );
}
