import { useState, type FormEvent } from 'react';
import type { Credit } from '../../../shared/api/credits.ts';
import { useGiftCard } from '../../api/credits.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { sellTexts } from './texts.ts';

/** What is on a gift card, by its code. */
export function GiftCardBalance({ scanned }: { scanned: string | null }) {
  const t = sellTexts.useText();
  const [code, setCode] = useState(scanned ?? '');
  const [asked, setAsked] = useState(scanned);
  const { data: card, error } = useGiftCard(asked);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') setAsked(code.trim());
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        autoFocus
        label={t('giftCardCode')}
        hint={t('giftCardCodeHint')}
        value={code}
        maxLength={64}
        error={asked === null ? undefined : error?.message}
        onChange={(event) => {
          setCode(event.target.value);
          setAsked(null);
        }}
        inputClassName="figures uppercase"
      />
      {asked !== null && card !== undefined && <Balance card={card} />}
      <Button type="submit" variant="primary" keyLabel="Enter">
        {t('giftCardAsk')}
      </Button>
    </form>
  );
}

function Balance({ card: { balanceMinor, state, blockedReason, expiresOn } }: { card: Credit }) {
  const t = sellTexts.useText();
  const { money, day } = useFormats();
  return (
    <div role="status" className="rounded-card bg-sunken px-4 py-3">
      <p className="text-sm text-ink-muted">{t('giftCardOn')}</p>
      <p className="figures text-[2rem] leading-tight font-bold">{money(balanceMinor)}</p>
      {state === 'blocked' && (
        <p className="font-medium text-danger">{t('giftCardBlocked', { reason: blockedReason })}</p>
      )}
      {expiresOn !== null && (
        <p className={state === 'expired' ? 'font-medium text-danger' : 'text-ink-muted'}>
          {t(state === 'expired' ? 'giftCardExpired' : 'giftCardUntil', { date: day(expiresOn) })}
        </p>
      )}
    </div>
  );
}
