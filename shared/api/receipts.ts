import { z } from 'zod';
import type { ReceiptBlock } from '../domain/receipt.ts';

const align = z.enum(['left', 'center', 'right']);
const size = z.enum(['normal', 'large']);

export const receiptBlock = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string(), align, bold: z.boolean(), size }),
    z.object({ kind: z.literal('pair'), left: z.string(), right: z.string(), bold: z.boolean(), size }),
    z.object({
      kind: z.literal('item'),
      quantity: z.string(),
      name: z.string(),
      detail: z.string(),
      amount: z.string(),
      extras: z.array(z.object({ label: z.string(), amount: z.string() })),
    }),
    z.object({ kind: z.literal('rule') }),
    z.object({
      kind: z.literal('logo'),
      pictureId: z.string().meta({ description: 'At `/api/media/pictures/{pictureId}`.' }),
    }),
    z.object({
      kind: z.literal('qr'),
      data: z.string(),
      label: z.string(),
      drawing: z
        .object({ size: z.int(), path: z.string() })
        .meta({ description: 'The code as an SVG path over size × size modules.' }),
    }),
    z.object({ kind: z.literal('feed'), lines: z.int() }),
    z.object({ kind: z.literal('cut') }),
  ])
  .meta({ id: 'ReceiptBlock' }) satisfies z.ZodType<ReceiptBlock>;

export const receiptAnswer = z
  .object({ blocks: z.array(receiptBlock), paperWidth: z.union([z.literal(58), z.literal(80)]) })
  .meta({ id: 'Receipt' });
export type ReceiptAnswer = z.infer<typeof receiptAnswer>;

/** `silent`: it takes connections and does not tell how it is. */
export const printerAnswer = z
  .object({
    state: z.enum(['none', 'ready', 'paper-low', 'silent', 'printing', 'failing']),
    message: z.string().meta({ description: 'A sentence for the person at the till.' }),
  })
  .meta({ id: 'PrinterAnswer' });
export type PrinterAnswer = z.infer<typeof printerAnswer>;
