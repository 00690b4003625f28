import type { Customer } from '../../../shared/api/customers.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { customersTexts } from './texts.ts';

/** What is known of a customer. */
export function CustomerDetails({ customer }: { customer: Customer }) {
  const t = customersTexts.useText();
  const { day } = useFormats();
  const facts = [
    [t('phone'), customer.phone],
    [t('email'), customer.email],
    [t('birthday'), customer.birthday === null ? '' : day(customer.birthday)],
    [t('address'), customer.address],
    [t('notes'), customer.notes],
  ] as const;
  return (
    <section
      aria-label={t('details')}
      className="rounded-card border bg-surface px-5 py-4 shadow-low sm:col-span-2 lg:col-span-1"
    >
      <h2 className="pb-2 font-semibold">{t('details')}</h2>
      <dl className="flex flex-col gap-2">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-sm text-ink-muted">{label}</dt>
            <dd
              className={classNames(
                'max-h-40 overflow-y-auto whitespace-pre-line [overflow-wrap:anywhere]',
                value === '' && 'text-ink-faint',
              )}
            >
              {value === '' ? t('nothingKnown') : value}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
