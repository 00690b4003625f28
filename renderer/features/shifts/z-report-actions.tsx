import { FileDown, Printer } from 'lucide-react';
import type { ZReport } from '../../../shared/api/shifts.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { fetchZReportPdf, usePrintZReport } from '../../api/z-reports.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { showToast } from '../../ui/toast.tsx';
import { shiftTexts } from './texts.ts';

/** Prints a Z report again, the same to the byte, or saves it as a PDF. */
export function ZReportActions({ report }: { report: ZReport }) {
  const t = shiftTexts.useText();
  const maySee = useMay('reports.day');
  const print = usePrintZReport();
  const { id, number } = report;
  const printAgain = async () => {
    try {
      await print.mutateAsync({ id, words: t('zReport', { number }) });
      showToast({ tone: 'good', title: t('zQueued', { number }) });
    } catch (thrown) {
      if (!isApiFailure(thrown)) throw thrown;
      if (thrown.code !== 'approval-needed') showToast({ tone: 'bad', title: thrown.message });
    }
  };
  return (
    <>
      <Button icon={Printer} busy={print.isPending} onClick={() => void printAgain()}>
        {t('printAgain')}
      </Button>
      {maySee && (
        <Button icon={FileDown} onClick={() => void savePdf(report)}>
          {t('savePdf')}
        </Button>
      )}
    </>
  );
}

async function savePdf({ id, number }: ZReport): Promise<void> {
  try {
    saveFile(await fetchZReportPdf(id), `Z-${number}.pdf`);
  } catch (thrown) {
    if (!isApiFailure(thrown)) throw thrown;
    showToast({ tone: 'bad', title: shiftTexts.text('pdfFailed'), description: thrown.message });
  }
}
