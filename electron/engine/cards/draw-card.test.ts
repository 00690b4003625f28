import { expect, test } from 'vitest';
import { qrDrawing } from '../../devices/qr-svg.ts';
import { drawCard } from './draw-card.ts';
import { wrapLine } from './wrap-line.ts';

const cardCode = `SK1.abcdefgh.CUST-00001.1890000000.${'x'.repeat(86)}`;
const card = {
  shopName: 'Corner Bakery',
  name: 'Ana Cruz',
  code: 'CUST-00001',
  cardCode,
  expiresOn: '2029-11-22',
};

test('a card has the size of a bank card, shop, name, code, its last day and the QR of its signed code', () => {
  const svg = drawCard(card);
  expect(svg).toMatch(/^<svg [^>]*width="85\.6mm" height="54mm"/);
  for (const text of ['Corner Bakery', 'Ana Cruz', 'CUST-00001', 'Good until 2029-11-22'])
    expect(svg).toContain(`>${text}<`);
  expect(svg).toContain(qrDrawing(cardCode).path);
});

test('what is printed on it is text, never markup', () => {
  const svg = drawCard({ ...card, name: '<script>"&\u0000\uFFFE', shopName: `A & B's` });
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&lt;script&gt;&quot;&amp;');
  expect(svg).toContain('A &amp; B&#39;s');
  for (const refused of ['\u0000', '\uFFFE']) expect(svg).not.toContain(refused);
});

test('a long name is broken at spaces, and cut only when four lines do not hold it', () => {
  const texts = (name: string) =>
    [...drawCard({ ...card, name }).matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) => match[1]);
  expect(texts('Maria Niña Peñaflor').slice(1, -2).join(' ')).toBe('Maria Niña Peñaflor');
  const long = texts('Maximiliana Concepcion Bartolomea Dimaculangan-Panganiban '.repeat(2).trim());
  expect(long).toHaveLength(7);
  expect(long[4]).toMatch(/…$/);
  expect(wrapLine('Peñaflor-Dimaculangan', 8, 2)).toEqual({
    lines: ['Peñaflor-', 'Dimaculangan'],
    cut: false,
  });
  expect(wrapLine('W'.repeat(200), 10, 2)).toMatchObject({ cut: true });
});
