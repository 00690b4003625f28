import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isApiFailure } from '../../api/api-failure.ts';
import { giveApproval } from '../../api/approvals.ts';
import { useCountdown } from '../use-countdown.ts';
import type { ApprovalQuestion } from './ask-approval.ts';
import { approvalTexts } from './texts.ts';

/** The PIN that is being typed for an approval, and what the engine says of it. */
export function useGiveApproval({ id, needed, answer }: ApprovalQuestion) {
  const t = approvalTexts.useText();
  const { act, subject, figure } = needed;
  const [pin, setPin] = useState('');
  const [isShort, setShort] = useState(false);
  const countdown = useCountdown();
  const { mutate, reset, error, isPending } = useMutation({
    mutationFn: () => giveApproval({ id, act, subject, figure, pin }),
    onSuccess: () => answer(id),
    onError: (failure) => {
      setPin('');
      if (!isApiFailure(failure, 'sign-in-throttled')) return;
      const seconds = failure.details['retryAfterSeconds'];
      countdown.start(typeof seconds === 'number' ? seconds : 30);
    },
  });
  const isThrottled = countdown.secondsLeft > 0;
  const isOver = isApiFailure(error, 'sign-in-throttled') && !isThrottled;
  return {
    pin,
    isPending,
    isThrottled,
    message: isThrottled
      ? t('throttled', { count: countdown.secondsLeft })
      : isShort
        ? t('pinShort')
        : isOver
          ? undefined
          : error?.message,
    type: (typed: string) => {
      if (isPending) return;
      setPin(typed);
      setShort(false);
      if (error !== null && typed !== '') reset();
    },
    submit: () => {
      if (isPending || isThrottled) return;
      if (pin.length < 4) setShort(true);
      else mutate();
    },
  };
}
