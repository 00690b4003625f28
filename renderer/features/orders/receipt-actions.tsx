import { FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import type { Order } from '../../../shared/api/orders.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { fetchReceiptPdf, usePrintReceipt } from '../../api/receipts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PrintOnly } from '../../ui/print-only.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { showToast } from '../../ui/toast.tsx';
import { SaleReceipt } from './sale-receipt.tsx';
import { ordersTexts } from './texts.ts';

/** Prints the receipt again, or saves it as a PDF. */
export function ReceiptActions({ order }: { order: Order }) {
  const t = ordersTexts.useText();
  const mayPrint = useMay('receipts.reprint');
  const print = usePrintReceipt();
  const [isAsking, setAsking] = useState(false);
  const number = order.receiptNumber;
  const printAgain = () =>
    print.mutate(order.id, {
      onSuccess: () => showToast({ tone: 'good', title: t('printQueued', { number }) }),
      onError: (failure) => {
        if (isApiFailure(failure, 'printer-missing')) setAsking(true);
      },
    });
  const isTold = isApiFailure(print.error, 'printer-missing') || isApiFailure(print.error, 'approval-needed');
  const failure = isTold ? null : print.error;
  return (
    <footer className="flex flex-wrap gap-2 border-t p-3">
      {failure && <FailureNotice failure={failure} className="w-full" />}
      {mayPrint && (
        <Button icon={Printer} className="flex-1" busy={print.isPending} onClick={printAgain}>
          {t('printAgain')}
        </Button>
      )}
      <Button icon={FileDown} className="flex-1" onClick={() => void savePdf(order)}>
        {t('savePdf')}
      </Button>
      {isAsking && <NoPrinterDialog order={order} onClose={() => setAsking(false)} />}
    </footer>
  );
}

function NoPrinterDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = ordersTexts.useText();
  const common = useCommonText();
  const [isPrinting, setPrinting] = useState(false);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="medium"
      title={t('noPrinterTitle')}
      description={t('noPrinterWhat')}
      closeLabel={common('close')}
      footer={
        <>
          <Button icon={FileDown} onClick={() => void savePdf(order)}>
            {t('savePdf')}
          </Button>
          <Button variant="primary" icon={Printer} disabled={isPrinting} onClick={() => setPrinting(true)}>
            {t('printSystem')}
          </Button>
        </>
      }
    >
      <div className="max-h-72 overflow-y-auto rounded-card bg-sunken p-3">
        <SaleReceipt order={order} />
      </div>
      {isPrinting && (
        <PrintOnly onPrinted={() => setPrinting(false)}>
          <SaleReceipt order={order} />
        </PrintOnly>
      )}
    </Dialog>
  );
}

async function savePdf({ id, receiptNumber }: Order): Promise<void> {
  try {
    saveFile(await fetchReceiptPdf(id), `${receiptNumber}.pdf`);
  } catch (thrown) {
    if (!isApiFailure(thrown)) throw thrown;
    showToast({ tone: 'bad', title: ordersTexts.text('pdfFailed'), description: thrown.message });
  }
}
