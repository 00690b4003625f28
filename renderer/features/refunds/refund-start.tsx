import { PackageOpen } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { isApiFailure } from '../../api/api-failure.ts';
import { lookUpCode } from '../../api/lookup.ts';
import { fetchOrderPage } from '../../api/orders.ts';
import { useSettings } from '../../api/settings.ts';
import { useScan } from '../../app/scanner/use-scan.ts';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useFormats } from '../../ui/format.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { refundsTexts } from './texts.ts';

/** Where a refund begins: with the receipt, or without one. */
export function RefundStart() {
  const t = refundsTexts.useText();
  const { money } = useFormats();
  const navigate = useNavigate();
  const { data: settings } = useSettings();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const open = async (code: string) => {
    setProblem(null);
    const found = await findSale(code);
    if ('orderId' in found) await navigate(`/refund/${found.orderId}`);
    else setProblem(found.message ?? t(found.why));
  };
  useScan(({ code }) => void open(code));
  useAction('back', () => void navigate('/sell'));
  useAction('sell.search', () => field.current?.focus());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') void open(text.trim());
  };
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-3">
      <PageHeader title={t('title')} />
      <Card className="p-5">
        <h2 className="text-lg font-semibold">{t('startTitle')}</h2>
        <p className="pb-4 text-ink-muted">{t('startWhat')}</p>
        <form onSubmit={submit} className="flex items-start gap-2">
          <TextField
            ref={field}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing that this page is for
            autoFocus
            label={t('receiptNumber')}
            hideLabel
            className="flex-1"
            inputClassName="figures"
            placeholder={t('receiptNumber')}
            value={text}
            error={problem ?? undefined}
            onChange={(event) => {
              setText(event.target.value);
              setProblem(null);
            }}
          />
          <Button variant="primary" type="submit">
            {t('find')}
          </Button>
        </form>
      </Card>
      <Card className="flex flex-wrap items-center gap-4 p-5">
        <p className="min-w-60 flex-1 text-ink-muted">
          {t('withoutReceiptWhat', { amount: money(settings?.counter.refundWithoutReceiptMinor ?? 0) })}
        </p>
        <Button icon={PackageOpen} onClick={() => void navigate('/refund/without-receipt')}>
          {t('withoutReceipt')}
        </Button>
      </Card>
    </div>
  );
}

type Found = { orderId: string } | { why: 'notFound' | 'severalFound'; message?: string };

/** The sale of a receipt number that was scanned, or of which the end was typed. */
async function findSale(code: string): Promise<Found> {
  try {
    const answer = await lookUpCode(code);
    if (answer.kind === 'receipt') return { orderId: answer.order.id };
  } catch (thrown) {
    if (!isApiFailure(thrown)) throw thrown;
    if (thrown.code !== 'code-unknown') return { why: 'notFound', message: thrown.message };
  }
  const { items } = await fetchOrderPage({ search: code }, 0, 10);
  const numbered = items.filter(({ receiptNumber }) => receiptNumber.endsWith(code.toUpperCase()));
  const [only, ...more] = numbered;
  if (only === undefined) return { why: 'notFound' };
  return more.length > 0 ? { why: 'severalFound' } : { orderId: only.id };
}
