import type { Align, ReceiptBlock, TextSize } from '../../shared/domain/receipt.ts';
import { classNames } from './class-names.ts';
import './receipt-view.css';

export type ReceiptViewProps = {
  blocks: readonly ReceiptBlock[];
  paperWidth: 58 | 80;
  /** What a screen reader calls it, as “Receipt S01-T1-A-000042”. */
  label: string;
  className?: string;
};

/** By the sides of the paper: a name in another direction stays in its column. */
const alignments: Record<Align, string> = {
  left: 'text-left',
  center: 'text-center',
  right: 'text-right',
};
const sizes: Record<TextSize, string> = { normal: '', large: 'text-xl leading-tight' };

/** A receipt as it prints: paper is light in the dark too. */
export function ReceiptView({ blocks, paperWidth, label, className }: ReceiptViewProps) {
  return (
    <article
      aria-label={label}
      className={classNames(
        'paper h-fit max-w-full shrink-0 drop-shadow-md print:drop-shadow-none',
        paperWidth === 58 ? 'w-64 text-xs' : 'w-84 text-sm',
        className,
      )}
    >
      <div className="torn-edge flex flex-col gap-0.5 bg-surface px-5 pt-5 leading-snug text-ink">
        {/* A receipt never changes: the place of a block is its name. */}
        {blocks.map((block, index) => (
          <Block key={index} block={block} />
        ))}
      </div>
    </article>
  );
}

function Block({ block }: { block: ReceiptBlock }) {
  switch (block.kind) {
    case 'text':
      return (
        <p
          dir="auto"
          className={classNames(
            'wrap-anywhere',
            alignments[block.align],
            sizes[block.size],
            block.bold && 'font-semibold',
          )}
        >
          {block.text}
        </p>
      );
    case 'pair':
      return block.size === 'large' ? (
        <p
          className={classNames(
            'flex flex-wrap items-baseline justify-between gap-x-3',
            sizes.large,
            block.bold && 'font-semibold',
          )}
        >
          <span>{block.left}</span>
          <span className="figures ml-auto">{block.right}</span>
        </p>
      ) : (
        <Pair left={block.left} right={block.right} className={block.bold ? 'font-semibold' : ''} />
      );
    case 'item':
      return <Item item={block} />;
    case 'rule':
      return <hr className="my-1.5 border-dashed border-line-strong" />;
    case 'qr':
      return <QrCode block={block} />;
    case 'feed':
      return <div className={block.lines > 1 ? 'h-4' : 'h-2'} />;
    case 'logo':
      return (
        <img
          alt=""
          src={`/api/media/pictures/${block.pictureId}`}
          className="mx-auto mb-2 max-h-24 max-w-full grayscale"
        />
      );
    case 'cut':
      return null;
  }
}

/** Figures of one width stand under each other; in numbers with hyphens they would look spaced out. */
const isAmount = (text: string) => /^-?[\d.,'\s]+$/.test(text);

function Pair({ left, right, className }: { left: string; right: string; className?: string }) {
  return (
    <p className={classNames('flex items-baseline justify-between gap-4', className)}>
      <span dir="auto" className="min-w-0 text-left wrap-anywhere">
        {left}
      </span>
      <span
        dir="auto"
        className={classNames(
          'text-right wrap-anywhere',
          isAmount(right) && 'figures',
          left === '' ? 'grow' : 'max-w-3/4 shrink-0',
        )}
      >
        {right}
      </span>
    </p>
  );
}

function Item({ item }: { item: Extract<ReceiptBlock, { kind: 'item' }> }) {
  return (
    <div>
      <Pair left={item.name} right={item.amount} />
      {item.detail !== '' && (
        <p className="ps-4 text-ink-muted">
          {item.quantity} {item.detail}
        </p>
      )}
      {item.extras.map((extra, index) => (
        <Pair key={index} left={extra.label} right={extra.amount} className="ps-4 text-ink-muted" />
      ))}
    </div>
  );
}

function QrCode({ block: { label, drawing } }: { block: Extract<ReceiptBlock, { kind: 'qr' }> }) {
  return (
    <figure className="flex flex-col items-center gap-1 py-1">
      {drawing && (
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${drawing.size} ${drawing.size}`}
          shapeRendering="crispEdges"
          className="size-24 fill-current"
        >
          <path d={drawing.path} />
        </svg>
      )}
      <figcaption>{label}</figcaption>
    </figure>
  );
}
