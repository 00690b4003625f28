import { useFormats } from '../../ui/format.tsx';

/** So many hundredths of the width per character fill it. */
const WIDTH = 150;

/** An amount as large as its place allows, however long it is. */
export function BigAmount({ label, minor }: { label: string; minor: number }) {
  const { money } = useFormats();
  const text = money(minor);
  return (
    <div className="@container">
      <p className="text-2xl font-medium short:text-xl">{label}</p>
      <p
        data-testid="amount"
        className="figures leading-[1.15] font-bold tracking-tight whitespace-nowrap"
        style={{ fontSize: `clamp(1.5rem, ${WIDTH / text.length}cqi, min(7rem, 22vh))` }}
      >
        {text}
      </p>
    </div>
  );
}
