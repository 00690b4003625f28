import type { ZReport } from '../../../shared/api/shifts.ts';
import { ReceiptView } from '../../ui/receipt-view.tsx';
import { shiftTexts } from './texts.ts';

/** A Z report as it was printed. */
export function ZReportPaper({ report, className }: { report: ZReport; className?: string }) {
  const t = shiftTexts.useText();
  return (
    <ReceiptView
      blocks={report.blocks}
      paperWidth={report.paperWidth}
      label={t('zReport', { number: report.number })}
      {...(className === undefined ? {} : { className })}
    />
  );
}
