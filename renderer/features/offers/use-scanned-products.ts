import { isApiFailure } from '../../api/api-failure.ts';
import { lookUpCode } from '../../api/lookup.ts';
import { useScan } from '../../app/scanner/use-scan.ts';
import { showToast } from '../../ui/toast.tsx';
import { offersTexts } from './texts.ts';

/** Scans of products while this is in front, whatever has the focus; any other code is only told of. */
export function useScannedProducts(onProduct: (productId: string) => void): void {
  const t = offersTexts.useText();
  const lookUp = async (code: string) => {
    try {
      const answer = await lookUpCode(code);
      if (answer.kind === 'product') onProduct(answer.product.id);
      else showToast({ tone: 'bad', title: t('scanNoProduct', { code }) });
    } catch (thrown) {
      if (!isApiFailure(thrown)) throw thrown;
      showToast({ tone: 'bad', title: t('scanFailed', { code }), description: thrown.message });
    }
  };
  useScan(({ code }) => {
    void lookUp(code);
  });
}
