import { TriangleAlert } from 'lucide-react';
import type { SyncProof } from '../../../shared/api/sync.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { syncTexts } from './texts.ts';

/** Figure by figure what this till has and what the cloud has; what differs is marked in words. */
export function ProofTable({ proof }: { proof: SyncProof }) {
  const t = syncTexts.useText();
  const rows = useRows(proof);
  const cell = 'px-2 py-1.5 text-right';
  return (
    <table className="figures w-full border-collapse">
      <caption className="sr-only">{t('proofTable')}</caption>
      <thead>
        <tr className="border-b text-sm text-ink-muted">
          <th scope="col" className="text-left font-medium">
            {t('proofWhat')}
          </th>
          {[t('proofHere'), t('proofThere')].map((side) => (
            <th key={side} scope="col" className={classNames(cell, 'font-medium')}>
              {side}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, here, there, isCode }) => (
          <tr key={label} className="border-b last:border-b-0">
            <th scope="row" className="py-1.5 text-left font-normal">
              {label}
              {here !== there && (
                <span className="ml-2 inline-flex items-center gap-1 font-semibold text-danger">
                  <TriangleAlert className="size-4" aria-hidden="true" />
                  {t('proofOther')}
                </span>
              )}
            </th>
            {[here, there].map((value, side) => (
              <td key={side} className={classNames(cell, isCode && 'font-mono text-[0.8125rem]')}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Row = { label: string; here: string; there: string; isCode: boolean };

function useRows({ entries, sales, refunds, head }: SyncProof): Row[] {
  const t = syncTexts.useText();
  const { number, money } = useFormats();
  const row = (label: string, here: string, there: string, isCode = false) => ({
    label,
    here,
    there,
    isCode,
  });
  return [
    row(t('proofEntries'), number(entries.here), number(entries.there)),
    row(t('proofSales'), number(sales.here.count), number(sales.there.count)),
    row(t('proofSalesSum'), money(sales.here.totalMinor), money(sales.there.totalMinor)),
    row(t('proofRefunds'), number(refunds.here.count), number(refunds.there.count)),
    row(t('proofRefundsSum'), money(refunds.here.totalMinor), money(refunds.there.totalMinor)),
    row(t('proofDigest'), head.here, head.there, true),
  ];
}
