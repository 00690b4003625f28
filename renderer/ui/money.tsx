import { classNames } from './class-names.ts';
import { useFormats } from './format.tsx';

export type MoneyProps = {
  minor: number;
  /** Leave the currency's sign out, as in columns of figures. */
  plain?: boolean;
  /** Write a plus before what is above zero, for differences. */
  signed?: boolean;
  className?: string;
};

/** An amount of minor units as the shop writes money, in figures of one width. */
export function Money({ minor, plain = false, signed = false, className }: MoneyProps) {
  const { money, amount } = useFormats();
  const text = plain ? amount(minor) : money(minor);
  return (
    <span className={classNames('figures whitespace-nowrap', className)}>
      {signed && minor > 0 ? `+${text}` : text}
    </span>
  );
}
