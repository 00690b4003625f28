import { showToast } from '../../ui/toast.tsx';
import { scannerTexts } from './texts.ts';

export function tellOfDoubt(code: string): void {
  showToast({
    id: 'doubted-scan',
    tone: 'bad',
    title: scannerTexts.text('doubtedTitle'),
    description: scannerTexts.text('doubtedWhat', { code }),
  });
}
