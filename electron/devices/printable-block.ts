import type { ReceiptBlock } from '../../shared/domain/receipt-blocks.ts';
import { printableText } from './printable-text.ts';

/** The block with every field as a printer with code pages can print it, but for those that are drawn. */
export function printableBlock(block: ReceiptBlock, isDrawn: (text: string) => boolean): ReceiptBlock {
  const printed = (field: string): string => (isDrawn(field) ? field : printableText(field));
  switch (block.kind) {
    case 'text':
      return { ...block, text: printed(block.text) };
    case 'pair':
      return { ...block, left: printed(block.left), right: printed(block.right) };
    case 'item':
      return {
        ...block,
        quantity: printed(block.quantity),
        name: printed(block.name),
        detail: printed(block.detail),
        amount: printed(block.amount),
        extras: block.extras.map(({ label, amount }) => ({ label: printed(label), amount: printed(amount) })),
      };
    case 'qr':
      return { ...block, label: printed(block.label) };
    default:
      return block;
  }
}
