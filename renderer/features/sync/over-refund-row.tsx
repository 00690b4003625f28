import { Undo2 } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { SyncException } from '../../../shared/api/sync.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { ExceptionCard } from './exception-card.tsx';
import { exceptionsTexts } from './exceptions-texts.ts';

type OverRefund = Extract<SyncException, { kind: 'over-refund' }>;

/** A sale of which more came back than was paid: how much of each, and the way to it. */
export function OverRefundRow({ sale }: { sale: OverRefund }) {
  const t = exceptionsTexts.useText();
  const { money } = useFormats();
  const navigate = useNavigate();
  const { orderId, receiptNumber: number, paidMinor, backMinor, because } = sale;
  return (
    <ExceptionCard
      icon={Undo2}
      title={t(because, { number })}
      what={t('overRefundWhat', { paid: money(paidMinor), back: money(backMinor) })}
      actions={
        <Button className="max-w-72" onClick={() => void navigate(`/sales/${orderId}`)}>
          {t('open', { name: number })}
        </Button>
      }
    />
  );
}
