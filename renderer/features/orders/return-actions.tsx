import { Ban, Printer, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Order } from '../../../shared/api/orders.ts';
import { usePrintVoid, useRefundable } from '../../api/refunds.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { VoidDialog } from '../refunds/index.tsx';
import { ordersTexts } from './texts.ts';

/** Takes a sale back, whole or in part, as long as it can be. */
export function ReturnActions({ order }: { order: Order }) {
  const t = ordersTexts.useText();
  const navigate = useNavigate();
  const mayRefund = useMay('refunds.make');
  const mayVoid = useMay('sales.void');
  const { data: known } = useRefundable(order.id, { enabled: mayRefund || mayVoid });
  const [isVoiding, setVoiding] = useState(false);
  if (order.voided !== null) return <VoidPaper orderId={order.id} />;
  const canRefund = mayRefund && known?.refusal === null;
  const canVoid = mayVoid && known?.voidRefusal === null;
  if (!canRefund && !canVoid) return null;
  return (
    <div className="flex gap-2 border-t p-3 short:py-2">
      {canRefund && (
        <Button icon={Undo2} className="flex-1" onClick={() => void navigate(`/refund/${order.id}`)}>
          {t('refund')}
        </Button>
      )}
      {canVoid && (
        <Button icon={Ban} className="flex-1" onClick={() => setVoiding(true)}>
          {t('void')}
        </Button>
      )}
      {isVoiding && <VoidDialog order={order} onClose={() => setVoiding(false)} />}
    </div>
  );
}

function VoidPaper({ orderId }: { orderId: string }) {
  const t = ordersTexts.useText();
  const mayPrint = useMay('receipts.reprint');
  const print = usePrintVoid();
  if (!mayPrint) return null;
  const printAgain = () =>
    print.mutate(orderId, {
      onSuccess: ({ title }) => showToast({ tone: 'good', title: t('printQueued', { number: title }) }),
      onError: (failure) => showToast({ tone: 'bad', title: failure.message }),
    });
  return (
    <div className="flex border-t p-3 short:py-2">
      <Button icon={Printer} className="flex-1" busy={print.isPending} onClick={printAgain}>
        {t('printVoid')}
      </Button>
    </div>
  );
}
