import { refusalWords } from '../../app/offer-words.ts';
import type { Formats } from '../../ui/format.tsx';
import type { Notice } from './sell-view.ts';
import { sellTexts } from './texts.ts';

/** `strong` is what it is about, `rest` what became of it, `detail` the line below. */
export type NoticeWords = { strong: string; rest?: string; detail: string; tone: 'good' | 'warn' };

type OfferNotice = Extract<Notice, { kind: 'promotion' | 'promotion-refused' | 'reward' | 'reward-refused' }>;

/** What a scanned promotion or a pressed reward did to this sale. */
export function offerWordsOf(notice: OfferNotice, formats: Formats): NoticeWords {
  const t = sellTexts.text;
  const { title: strong } = notice;
  switch (notice.kind) {
    case 'promotion':
      return {
        strong,
        rest: t(notice.isAgain ? 'noticePromotionAgain' : 'noticePromotion'),
        detail: gainWords(notice, formats),
        tone: 'good',
      };
    case 'promotion-refused':
      return {
        strong,
        rest: t(notice.isKept ? 'noticePromotionWaits' : 'noticePromotionRefused'),
        detail: refusalWords(notice.refusal, formats),
        tone: 'warn',
      };
    case 'reward':
      return {
        strong,
        rest: t('noticeReward'),
        detail: t('offerCosts', { count: notice.points, points: formats.number(notice.points) }),
        tone: 'good',
      };
    case 'reward-refused':
      return {
        strong,
        rest: t('noticeRewardRefused'),
        detail: refusalWords(notice.refusal, formats),
        tone: 'warn',
      };
  }
}

function gainWords(
  { discountMinor, bonusPoints }: { discountMinor: number; bonusPoints: number },
  { money, number }: Formats,
): string {
  const t = sellTexts.text;
  return [
    ...(discountMinor > 0 ? [t('noticePromotionSaves', { amount: money(discountMinor) })] : []),
    ...(bonusPoints > 0
      ? [t('noticePromotionBonus', { count: bonusPoints, points: number(bonusPoints) })]
      : []),
  ].join(' · ');
}
