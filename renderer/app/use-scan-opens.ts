import { useNavigate } from 'react-router';
import { isApiFailure } from '../api/api-failure.ts';
import { lookUpCode } from '../api/lookup.ts';
import { defineTexts } from './i18n.ts';
import { useScan } from './scanner/use-scan.ts';
import type { LookupAnswer } from '../../shared/api/lookup.ts';
import { showToast } from '../ui/toast.tsx';

const texts = defineTexts('scan-opens', {
  unknown: 'Nothing has the code {{code}}.',
  unknownHint: 'No product, customer, receipt or promotion.',
  failed: '{{code}} was not looked up',
});

function pathOf(answer: LookupAnswer): string {
  if (answer.kind === 'product') return `/products?open=${answer.product.id}`;
  if (answer.kind === 'customer') return `/customers/${answer.customer.id}`;
  if (answer.kind === 'promotion') return `/promotions/${answer.promotion.id}`;
  return `/sales/${answer.order.id}`;
}

/**
 * On pages that only look things up, a scan opens what it names: the product, the customer or the sale. `onUnknown`
 * gets codes that nothing has; without it, or when it returns false, they are only told of.
 */
export function useScanOpens({ onUnknown }: { onUnknown?: (code: string) => boolean | void } = {}): void {
  const navigate = useNavigate();
  const open = async (code: string) => {
    try {
      await navigate(pathOf(await lookUpCode(code)));
    } catch (thrown) {
      if (!isApiFailure(thrown)) throw thrown;
      if (thrown.code !== 'code-unknown') {
        showToast({ tone: 'bad', title: texts.text('failed', { code }), description: thrown.message });
      } else if (onUnknown === undefined || onUnknown(code) === false) {
        showToast({
          id: 'unknown-scan',
          tone: 'bad',
          title: texts.text('unknown', { code }),
          description: texts.text('unknownHint'),
        });
      }
    }
  };
  useScan(({ code }) => {
    void open(code);
  });
}
