import { Download } from 'lucide-react';
import { useMemo } from 'react';
import type { ImportProblem, ProductImport } from '../../../shared/api/catalog.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { useFormats } from '../../ui/format.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { importTexts } from './import-texts.ts';
import { csvFile } from '../../ui/csv.ts';

/** Every row that cannot be imported, and why. */
export function ImportProblems({ productImport }: { productImport: ProductImport }) {
  const t = importTexts.useText();
  const { number } = useFormats();
  const { problems, problemCount, fileName } = productImport;
  const words =
    problems.length < problemCount
      ? t('problemsFirst', { shown: number(problems.length), number: number(problemCount) })
      : t('problems', { count: problemCount, number: number(problemCount) });
  const columns = useMemo<DataColumn<ImportProblem>[]>(
    () => [
      {
        id: 'row',
        header: t('problemRow'),
        align: 'end',
        width: '5rem',
        cell: ({ row }) => <span className="font-medium">{number(row)}</span>,
      },
      { id: 'column', header: t('problemColumn'), width: '7rem', cell: ({ column }) => column },
      {
        id: 'value',
        header: t('problemValue'),
        width: 'minmax(6rem, 0.6fr)',
        cell: ({ value }) => (
          <span className="figures text-ink-muted" title={value ?? undefined}>
            {value}
          </span>
        ),
      },
      {
        id: 'reason',
        header: t('problemReason'),
        width: 'minmax(14rem, 2fr)',
        cell: ({ reason }) => (
          <span className="line-clamp-2 leading-tight whitespace-normal" title={reason}>
            {reason}
          </span>
        ),
      },
    ],
    [t, number],
  );
  const save = () =>
    saveFile(
      csvFile([
        [t('problemRow'), t('problemColumn'), t('problemValue'), t('problemReason')],
        ...problems.map(({ row, column, value, reason }) => [String(row), column ?? '', value ?? '', reason]),
      ]),
      `${fileName.replace(/\.\w+$/, '')}-problems.csv`,
    );
  return (
    <div className="flex min-h-48 flex-1 flex-col gap-2">
      <div className="flex items-center gap-3">
        <p className="flex-1 font-medium">{words}</p>
        <Button icon={Download} onClick={save}>
          {t('saveProblems')}
        </Button>
      </div>
      <DataTable
        className="flex-1"
        label={words}
        columns={columns}
        source={problems}
        rowKey={({ row, column, reason }) => `${row} ${column ?? ''} ${reason}`}
        empty={null}
      />
    </div>
  );
}
