import type { Stores } from '../../api/sync.ts';
import { ageWords } from '../../app/age-words.ts';
import { useNow } from '../../app/use-now.ts';
import { useMay } from '../../state/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { Panel } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { RevokeRegister } from './revoke-register.tsx';
import { tillsTexts } from './tills-texts.ts';

type Store = Stores[number];
type Register = Store['registers'][number];

/** One shop and its tills; those that were taken off come last. */
export function StorePanel({ store }: { store: Store }) {
  const t = tillsTexts.useText();
  const { number } = useFormats();
  const inUse = store.registers.filter(({ revokedAt }) => revokedAt === null);
  const revoked = store.registers.filter(({ revokedAt }) => revokedAt !== null);
  const count = t('registers', { count: inUse.length, number: number(inUse.length) });
  return (
    <Panel
      title={`${store.code} ${store.name}`}
      description={store.isOwn ? `${count}, ${t('ownStore')}` : count}
      bodyClassName="py-1!"
    >
      {store.registers.length === 0 ? (
        <p className="py-3 text-ink-muted">{t('noRegisters')}</p>
      ) : (
        <ul aria-label={store.name}>
          {[...inUse, ...revoked].map((register) => (
            <RegisterRow key={register.id} register={register} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function RegisterRow({ register }: { register: Register }) {
  const t = tillsTexts.useText();
  const { date, dateTime } = useFormats();
  const now = useNow(10_000);
  const mayManage = useMay('sync.manage');
  const { code, name, enrolledAt, lastSeenAt, revokedAt, isOwn } = register;
  const isOff = revokedAt !== null;
  return (
    <li className="flex min-h-14 items-center gap-3 border-b py-1.5 last:border-b-0">
      <span className="figures w-12 shrink-0 font-semibold text-ink-muted">{code}</span>
      <div className="min-w-0 flex-1">
        <p className={classNames('flex items-center gap-2', isOff ? 'text-ink-muted' : 'font-medium')}>
          <span className="truncate">{name === '' ? code : name}</span>
          {isOwn && <Badge tone="good">{t('thisTill')}</Badge>}
        </p>
        <p className="figures text-sm text-ink-muted">
          <span title={lastSeenAt === null ? undefined : dateTime(lastSeenAt)}>
            {lastSeenAt === null
              ? t('seenNever')
              : t('seen', { age: ageWords(Math.max(0, now - Date.parse(lastSeenAt))) })}
          </span>
          {' · '}
          {t('since', { date: date(enrolledAt) })}
        </p>
      </div>
      {isOff ? (
        <Badge>{t('revoked', { date: date(revokedAt) })}</Badge>
      ) : (
        !isOwn && mayManage && <RevokeRegister id={register.id} name={name === '' ? code : name} />
      )}
    </li>
  );
}
