import { classNames } from './class-names.ts';

const tints = {
  amber: 'bg-tint-amber',
  brown: 'bg-tint-brown',
  green: 'bg-tint-green',
  red: 'bg-tint-red',
  olive: 'bg-tint-olive',
  blue: 'bg-tint-blue',
  violet: 'bg-tint-violet',
  grey: 'bg-tint-grey',
};

/** A spot of one of the shop's colours, beside the words that say what it stands for. */
export function ColourDot({ colour, className }: { colour: keyof typeof tints; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames('inline-block size-2.5 shrink-0 rounded-full', tints[colour], className)}
    />
  );
}
