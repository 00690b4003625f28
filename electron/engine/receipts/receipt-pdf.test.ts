import { describe, expect, it } from 'vitest';
import {
  sampleOptions,
  sampleSale,
  sampleShop,
} from '../../../shared/domain/receipt-fixtures/sample-sale.ts';
import { receiptBlocks, type ReceiptSale } from '../../../shared/domain/receipt.ts';
import { receiptPdf } from './receipt-pdf.ts';

const createdAt = '2026-11-20T06:05:00.000Z';
const pdfOf = async (sale: ReceiptSale, paperWidth: 58 | 80 = 80) => {
  const blocks = receiptBlocks(sale, sampleShop, sampleOptions);
  const bytes = await receiptPdf(blocks, { paperWidth, title: sale.receiptNumber, createdAt, logo: null });
  return Buffer.from(bytes).toString('latin1');
};
const pages = (pdf: string) =>
  [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => ({
    width: Number(width),
    height: Number(height),
  }));

describe('a receipt as PDF', () => {
  it('is one page as wide as its paper and as long as it needs', async () => {
    const [wide, ...more] = pages(await pdfOf(sampleSale));
    expect(more).toEqual([]);
    expect(wide?.width).toBeCloseTo(226.77, 1);
    const [narrow] = pages(await pdfOf(sampleSale, 58));
    expect(narrow?.width).toBeCloseTo(164.41, 1);
    const [first] = sampleSale.lines;
    const [longer] = pages(
      await pdfOf({ ...sampleSale, lines: [...sampleSale.lines, ...(first ? [first] : [])] }),
    );
    expect(longer?.height).toBeGreaterThan(wide?.height ?? Infinity);
  });

  it('goes on over pages that readers still open, when it is very long', async () => {
    const [first] = sampleSale.lines;
    if (first === undefined) throw new Error('the sample has no lines');
    const all = pages(await pdfOf({ ...sampleSale, lines: Array.from({ length: 1000 }, () => first) }));
    expect(all.length).toBeGreaterThan(1);
    for (const { height } of all) expect(height).toBeLessThanOrEqual(14_400);
  });

  it('is the same file for the same sale, and another for another', async () => {
    const once = await pdfOf(sampleSale);
    expect((await pdfOf(sampleSale)) === once).toBe(true);
    expect((await pdfOf({ ...sampleSale, totalMinor: 1 })) === once).toBe(false);
  });

  it('carries its own fonts and takes any field', async () => {
    const pdf = await pdfOf({ ...sampleSale, cashier: 'مرحبا \u202e 👩‍🍳 \ud800 日本 ₱' });
    expect(pdf).toMatch(/\/BaseFont \/[A-Z]{6}\+Inter-Regular/);
    expect(pdf).not.toContain('/BaseFont /Helvetica');
  });
});
