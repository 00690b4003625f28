import { Printer } from 'lucide-react';
import type { DayReport } from '../../../shared/api/reports.ts';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { ProductsTable } from './products-table.tsx';
import { reportsTexts } from './texts.ts';

/** As many as the engine tells of: what sold for least on a day is in the journal only. */
const mostProducts = 200;

/** Every product that was sold on the day, what sold for most first. */
export function AllProductsDialog({ report, onClose }: { report: DayReport; onClose: () => void }) {
  const t = reportsTexts.useText();
  const common = useCommonText();
  const { day, number } = useFormats();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('allProductsTitle', { date: day(report.date) })}
      description={
        report.byProduct.length >= mostProducts
          ? t('mostProducts', { number: number(mostProducts) })
          : undefined
      }
      size="large"
      closeLabel={common('close')}
      footer={
        <Button icon={Printer} onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <ProductsTable rows={report.byProduct} />
    </Dialog>
  );
}
