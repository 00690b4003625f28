import type { SignInRequest } from '../../../shared/api/people.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useSignIn } from '../../api/sessions.ts';
import { signInTexts } from './texts.ts';
import { useCountdown } from '../../app/use-countdown.ts';

export type SignInForm = {
  submit: (request: SignInRequest, onFailed: () => void) => void;
  /** What went wrong last, in words; counts down while the engine makes us wait. */
  message: string | undefined;
  /** The name, password or PIN was wrong. */
  wrong: boolean;
  pending: boolean;
  throttled: boolean;
  forget: () => void;
};

/** Signing in, for the PIN pad and the password form alike. */
export function useSignInForm(): SignInForm {
  const t = signInTexts.useText();
  const signIn = useSignIn();
  const countdown = useCountdown();
  const throttled = countdown.secondsLeft > 0;
  const isOver = isApiFailure(signIn.error, 'sign-in-throttled') && !throttled;
  return {
    submit: (request, onFailed) =>
      signIn.mutate(request, {
        onError: (failure) => {
          onFailed();
          if (!isApiFailure(failure, 'sign-in-throttled')) return;
          const seconds = failure.details['retryAfterSeconds'];
          countdown.start(typeof seconds === 'number' ? seconds : 30);
        },
      }),
    message: throttled
      ? t('throttled', { count: countdown.secondsLeft })
      : isOver
        ? undefined
        : signIn.error?.message,
    wrong: isApiFailure(signIn.error, 'sign-in-failed'),
    pending: signIn.isPending,
    throttled,
    forget: () => {
      if (signIn.isError) signIn.reset();
    },
  };
}
