import { useNavigate } from 'react-router';
import { keyLabelOf } from '../../app/actions.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useFormats, type Formats } from '../../ui/format.tsx';
import { isStoring } from '../pay/index.ts';
import { offerWordsOf, type NoticeWords as Words } from './offer-notice.ts';
import { quantityWords } from './quantity-words.ts';
import { useSellView, type Notice } from './sell-view.ts';
import { sellTexts } from './texts.ts';

/** `isTight`: something else needs room on a small till, too. */
export type ScanNoticeProps = { isTight?: boolean; className?: string };

/** What the last scan or press did. It stays until the next one, and is read aloud. */
export function ScanNotice({ isTight = false, className }: ScanNoticeProps) {
  const t = sellTexts.useText();
  const formats = useFormats();
  const navigate = useNavigate();
  const mayAdd = useMay('products.edit');
  const notice = useSellView((view) => view.notice);
  const waiting = useSellView((view) => view.waitingScans);
  const words = notice && wordsOf(notice.of, formats);
  const offersToAdd = notice?.of.kind === 'unknown' && mayAdd;
  return (
    <div role="status" aria-live="polite" className={classNames('flex shrink-0 flex-col gap-2', className)}>
      {waiting > 0 && (
        <p className="late text-center text-sm text-ink-muted">
          {t(isStoring() ? 'noticeHeld' : 'noticeLookingUp', { count: waiting })}
        </p>
      )}
      {words && (
        <div
          key={notice.serial}
          className={classNames(
            'notice-flash flex flex-col gap-2 rounded-card px-3.5 py-2.5 short:gap-1 short:py-1',
            words.tone === 'good' ? 'bg-accent-soft' : 'bg-warn-soft',
          )}
        >
          <div className="flex items-start gap-2.5">
            <span
              aria-hidden="true"
              className={classNames(
                'mt-1.5 size-2 shrink-0 rounded-full',
                words.tone === 'good' ? 'bg-accent' : 'bg-warn',
              )}
            />
            <div className="min-w-0 flex-1 text-sm">
              <p
                className={classNames(
                  'line-clamp-2 [overflow-wrap:anywhere]',
                  isTight && 'short:line-clamp-1',
                )}
              >
                <strong className="font-semibold">{words.strong}</strong> {words.rest}
              </p>
              <p
                className={classNames(
                  'figures line-clamp-2 text-ink-muted',
                  isTight && 'short:line-clamp-1',
                  offersToAdd && 'short:hidden',
                )}
              >
                {words.detail}
              </p>
            </div>
          </div>
          {offersToAdd && (
            <Button onClick={() => void navigate(`/products?add=${encodeURIComponent(codeOf(notice.of))}`)}>
              {t('noticeAddProduct')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function codeOf(notice: Notice): string {
  return 'code' in notice ? (notice.code ?? '') : '';
}

function wordsOf(notice: Notice, formats: Formats): Words {
  const t = sellTexts.text;
  const { money, number } = formats;
  switch (notice.kind) {
    case 'added': {
      const isOne = notice.quantityMilli === 1000 && notice.unit === 'each';
      const quantity = quantityWords(notice.quantityMilli, notice.unit);
      return {
        strong: notice.name,
        rest: isOne ? t('noticeAdded') : t('noticeAddedQuantity', { quantity }),
        detail: notice.code === null ? '' : t('noticeScanned', { code: notice.code }),
        tone: 'good',
      };
    }
    case 'customer':
      return {
        strong: notice.name,
        rest: t('noticeCustomer'),
        detail: t('noticeCustomerPoints', {
          code: notice.code,
          count: notice.points,
          points: number(notice.points),
        }),
        tone: 'good',
      };
    case 'promotion':
    case 'promotion-refused':
    case 'reward':
    case 'reward-refused':
      return offerWordsOf(notice, formats);
    case 'quantity':
      return {
        strong: notice.name,
        rest: t('noticeQuantity', { quantity: quantityWords(notice.quantityMilli, notice.unit) }),
        detail: '',
        tone: 'good',
      };
    case 'removed':
      return { strong: notice.name, rest: t('noticeRemoved'), detail: '', tone: 'good' };
    case 'customer-off':
      return { strong: notice.name, rest: t('noticeTakenOff'), detail: t('noticeCustomerOff'), tone: 'good' };
    case 'taken-off':
      return { strong: notice.title, rest: t('noticeTakenOff'), detail: '', tone: 'good' };
    case 'points-back':
      return {
        strong: t('noticePointsBack', { count: notice.points, points: number(notice.points) }),
        detail: t('noticePointsBackHint'),
        tone: 'warn',
      };
    case 'cleared':
      return { strong: t('noticeCleared'), detail: t('noticeClearedHint'), tone: 'good' };
    case 'on-hold':
      return {
        strong: notice.name,
        rest: t('noticeOnHold'),
        detail: t('noticeOnHoldHint', { key: keyLabelOf('sell.recall') }),
        tone: 'good',
      };
    case 'hold-unpaid':
      return { strong: t('noticeHoldUnpaid'), detail: t('noticeHoldUnpaidHint'), tone: 'warn' };
    case 'undone':
      return { strong: t('noticeUndone'), detail: '', tone: 'good' };
    case 'card-refused':
      return { strong: notice.message, detail: notice.remedy, tone: 'warn' };
    case 'unknown':
      return {
        strong: t('noticeUnknown'),
        rest: notice.code,
        detail: t('noticeUnknownHint'),
        tone: 'warn',
      };
    case 'receipt-later':
      return {
        strong: t('noticeReceipt', { number: notice.number }),
        detail: t('noticeReceiptLater'),
        tone: 'warn',
      };
    case 'price-changed':
      return {
        strong: t('noticePriceChanged', { name: notice.name, price: money(notice.priceMinor) }),
        detail: t('noticePriceChangedHint'),
        tone: 'warn',
      };
    case 'failed':
      return {
        strong: t('noticeFailed', { code: notice.code }),
        detail: t('noticeFailedHint'),
        tone: 'warn',
      };
    case 'too-much':
      return { strong: t('noticeTooMuch'), detail: t('noticeTooMuchHint'), tone: 'warn' };
  }
}
