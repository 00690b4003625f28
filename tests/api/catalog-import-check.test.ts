import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkImportFile, type CheckedFile } from '../../electron/engine/catalog/check-import-file.ts';
import { defaultSettings } from '../../shared/api/defaults.ts';
import { openTestEngine } from '../fixtures/engine.ts';

const php = { code: 'PHP', exponent: 2 };

async function checker(currency = php): Promise<(file: string | Uint8Array) => CheckedFile> {
  const { engine } = await openTestEngine();
  const rules = { currency, taxClasses: defaultSettings.tax.classes };
  return (file) =>
    checkImportFile(
      engine.context.read,
      typeof file === 'string' ? new TextEncoder().encode(file) : file,
      rules,
      () => undefined,
    );
}

const header = 'barcode,name,price\n';

test('a good file gives its rows, sorted by name, and no problems', async () => {
  const check = await checker();
  const checked = check(`${header}2,Milk,12.50\r\n1,"Bread, ""fresh""",5\n\n3,Crème,0\n`);
  expect(checked).toMatchObject({ problemCount: 0, rowsTotal: 3, rowsChecked: 3, toCreate: 3, warnings: [] });
  expect(checked.rows).toEqual([
    { line: 3, barcode: '1', name: 'Bread, "fresh"', nameFold: 'bread, "fresh"', priceMinor: 500 },
    { line: 5, barcode: '3', name: 'Crème', nameFold: 'creme', priceMinor: 0 },
    { line: 2, barcode: '2', name: 'Milk', nameFold: 'milk', priceMinor: 1250 },
  ]);
});

test('every column is understood, under its other names and in any case', async () => {
  const check = await checker();
  const file =
    'EAN;Product Name;Selling_Price;Item Code;Department;VAT;UoM;Qty;Favorite\n' +
    '1;Apples;99.90;A-1;Fruit;No tax;KG;12.5;yes\n2;Pears;80;;;;;;no\n';
  const { rows, problems } = check(file);
  expect(problems).toEqual([]);
  expect(rows).toEqual([
    {
      line: 2,
      barcode: '1',
      name: 'Apples',
      nameFold: 'apples',
      priceMinor: 9990,
      sku: 'A-1',
      category: 'Fruit',
      taxClassId: 'none',
      unit: 'kg',
      stockMilli: 12_500,
      favourite: true,
    },
    { line: 3, barcode: '2', name: 'Pears', nameFold: 'pears', priceMinor: 8000, favourite: false },
  ]);
});

test('tabs, a byte order mark and UTF-16 are understood', async () => {
  const check = await checker();
  const text = 'barcode\tname\tprice\n1\tCafé, noir\t12.50\n';
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  const bigEndian = Buffer.from(utf16).swap16();
  for (const file of [text, `\ufeff${text}`, utf16, bigEndian]) {
    expect(check(file)).toMatchObject({ problemCount: 0, rows: [{ name: 'Café, noir', priceMinor: 1250 }] });
  }
});

test('columns that are not known are left out and said', async () => {
  const check = await checker();
  const checked = check('barcode,colour,name,weight,price\n1,red,Milk,5,3\n');
  expect(checked.problemCount).toBe(0);
  expect(checked.warnings).toEqual([
    'The columns “colour”, “weight” are not ones that are imported. They are left out.',
  ]);
});

test.each<[string, string, object]>([
  [
    'comma price',
    '1,Milk,"12,5"',
    { column: 'price', value: '12,5', reason: /Use a point, not a comma\. .*12\.50/ },
  ],
  ['negative price', '1,Milk,-3', { column: 'price', value: '-3', reason: /cannot be less than nothing/ }],
  [
    'price in words',
    '1,Milk,free',
    { column: 'price', value: 'free', reason: /Write the amount like 12\.50/ },
  ],
  ['no price', '1,Milk,', { column: 'price', reason: /The price is missing/ }],
  ['price with thousands', '1,Milk,"1,250.00"', { column: 'price', reason: /separators of thousands/ }],
  ['price with a sign', '1,Milk,₱12.50', { column: 'price', reason: /currency sign/ }],
  ['price too fine', '1,Milk,1.005', { column: 'price', reason: /no smaller parts/ }],
  ['huge price', '1,Milk,99999999999999', { column: 'price', reason: /larger than/ }],
  ['empty name', '1,  ,5', { column: 'name', reason: 'The name is missing.' }],
  ['long name', `1,${'x'.repeat(201)},5`, { column: 'name', reason: /201 characters; at most 200/ }],
  ['name over lines', '1,"Milk\nfresh",5', { column: 'name', reason: /over several lines/ }],
  ['control character', '1,Mi\u0000lk,5', { column: 'name', value: 'Mi␣lk', reason: /U\+0000/ }],
  ['no barcode', ',Milk,5', { column: 'barcode', reason: /barcode is missing/ }],
  ['shortened barcode', '4.80002E+12,Milk,5', { column: 'barcode', reason: /spreadsheet has shortened/ }],
  ['spaced barcode', '480 01,Milk,5', { column: 'barcode', reason: /no spaces/ }],
  ['long barcode', `${'1'.repeat(65)},Milk,5`, { column: 'barcode', reason: /at most 64/ }],
  ['foreign barcode', 'né1,Milk,5', { column: 'barcode', reason: /unaccented/ }],
  [
    'too few fields',
    '1,Milk',
    { column: null, value: '1 | Milk', reason: /has 2 fields, the first row names 3/ },
  ],
  ['too many fields', '1,Milk,5,6', { column: null, reason: /has 4 fields/ }],
  [
    'stray quote',
    '1,5" pipe,5',
    { column: null, value: '1,5" pipe,5', reason: /quote stands where none can be/ },
  ],
  ['text after a quote', '1,"Milk"x,5', { column: null, reason: /quote stands where none can be/ }],
])(
  '%s is refused with its row, column and reason; the other rows are still checked',
  async (_, row, expected) => {
    const check = await checker();
    const checked = check(`${header}7,Good,1\n${row}\n8,Fine,2\n9,Bad,x\n`);
    const reason = 'reason' in expected ? expected.reason : '';
    expect(checked.problems).toHaveLength(2);
    expect(checked.problems[0]).toMatchObject({
      row: 3,
      ...expected,
      reason: typeof reason === 'string' ? reason : expect.stringMatching(reason as RegExp),
    });
    expect(checked.problems[1]).toMatchObject({
      row: 4 + row.split('\n').length,
      column: 'price',
      value: 'x',
    });
    expect(checked).toMatchObject({ problemCount: 2, rowsTotal: 4, rows: [] });
  },
);

test('a check digit that is not right is accepted: shops print codes of their own', async () => {
  const check = await checker();
  expect(check(`${header}4800016641504,Milk,5\n`)).toMatchObject({ problemCount: 0, toCreate: 1 });
});

test('yen have no decimals', async () => {
  const check = await checker({ code: 'JPY', exponent: 0 });
  expect(check(`${header}1,Milk,120\n`).problems).toEqual([]);
  expect(check(`${header}1,Milk,120.50\n`).problems).toMatchObject(
    [{ column: 'price', reason: /digits only/ }].map(({ column, reason }) => ({
      column,
      reason: expect.stringMatching(reason),
    })),
  );
});

test('the row of a problem is the line on which it starts, after quotes across lines and empty lines', async () => {
  const check = await checker();
  for (const eol of ['\n', '\r\n', '\r']) {
    const file = [
      'barcode,name,price,note',
      '1,Milk,5,"two',
      'lines"',
      '',
      '2,Bread,x,"a',
      'b',
      'c"',
      '3,,5,',
      '',
    ].join(eol);
    expect(check(file).problems, JSON.stringify(eol)).toMatchObject([
      { row: 5, column: 'price' },
      { row: 8, column: 'name' },
    ]);
  }
});

test('the same barcode or SKU twice names both rows, in any spelling of the code', async () => {
  const check = await checker();
  const file =
    'barcode,name,price,sku\n041497153718,Oil,5,A\n2,Milk,5,B\n0041497153718,Oil,6,C\n3,Bread,5,B\n';
  expect(check(file).problems).toMatchObject([
    { row: 4, column: 'barcode', reason: 'This barcode is in row 2 and again in row 4. Keep one of them.' },
    { row: 5, column: 'sku', reason: 'This SKU is in row 3 and again in row 5. Keep one of them.' },
  ]);
});

test('missing and doubled columns are named once, not in every row', async () => {
  const check = await checker();
  expect(check('barcode,name\n1,Milk\n2,Bread\n').problems).toMatchObject([
    { row: 1, column: 'price', reason: expect.stringContaining('no column “price”') },
  ]);
  expect(check('ean,gtin,name,price\n1,1,Milk,5\n').problems).toMatchObject([
    { row: 1, column: 'barcode', reason: expect.stringContaining('two columns') },
  ]);
  expect(check('4800016641503,Milk,5\n').problems.map(({ column }) => column)).toEqual([
    'barcode',
    'name',
    'price',
  ]);
  expect(check('sku,name,price\nA,Milk,5\n')).toMatchObject({ problemCount: 0, toCreate: 1 });
});

test.each([
  ['nothing', ''],
  ['a byte order mark alone', '\ufeff'],
  ['empty lines', '\n\r\n\n'],
  ['a header alone', header],
])('%s is not a catalogue', async (_, file) => {
  const check = await checker();
  expect(check(file)).toMatchObject({ problemCount: 1, toCreate: 0, problems: [{ row: 1 }] });
});

test('a file in another encoding is refused once, with its first bad line', async () => {
  const check = await checker();
  const latin1 = Buffer.from(`${header}1,Milk,5\n2,Crème,6\n3,Pâte,7\n`, 'latin1');
  expect(check(latin1)).toMatchObject({
    problemCount: 1,
    problems: [{ row: 3, column: null, reason: expect.stringContaining('Line 3 is not UTF-8') }],
  });
  const brokenUtf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from([0x00, 0xd8, 0x41])]);
  expect(check(brokenUtf16)).toMatchObject({ problemCount: 1, problems: [{ row: 1 }] });
  expect(check(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe])).problemCount).toBe(1);
});

test('a field of a million characters is refused and what follows is checked', async () => {
  const check = await checker();
  for (const field of ['x'.repeat(1_000_000), `"${'x'.repeat(1_000_000)}"`]) {
    const checked = check(`${header}1,${field},5\n2,Bread,x\n`);
    expect(checked.problems[0]).toMatchObject({ row: 2, reason: expect.stringContaining('longer than') });
    expect(checked.problems[0]?.value?.length).toBeLessThanOrEqual(80);
    expect(checked.problems.at(-1)).toMatchObject({ column: 'price', value: 'x' });
  }
});

test('a quote that is never closed over many lines does not swallow the count of what is wrong', async () => {
  const check = await checker();
  const checked = check(`${header}1,"${'x\n'.repeat(500_000)},5\n2,Bread,x\n`);
  expect(checked.problems[0]).toMatchObject({ row: 2, reason: expect.stringContaining('longer than') });
  expect(checked.problemCount).toBeGreaterThan(499_999);
});

test('a quote that is never closed is told where it opens', async () => {
  const check = await checker();
  const { problems } = check(`${header}1,Milk,5\n2,"Bread,6\n3,Eggs,7\n4,Tea,y\n`);
  expect(problems).toMatchObject([
    { row: 3, reason: expect.stringContaining('never closed') },
    { row: 5, column: 'price', value: 'y' },
  ]);
});

test('the first 500 problems are listed and all are counted', async () => {
  const check = await checker();
  const checked = check(header + Array.from({ length: 1200 }, (_, at) => `${at},Milk,x\n`).join(''));
  expect(checked.problems).toHaveLength(500);
  expect(checked).toMatchObject({ problemCount: 1200, rowsChecked: 1200, rows: [] });
});

test('no text at all makes the check throw, and rows come only without problems', async () => {
  const check = await checker();
  const piece = fc.oneof(
    fc.constantFrom(
      '"',
      ',',
      ';',
      '\t',
      '\n',
      '\r\n',
      '\r',
      '""',
      '"\n',
      'barcode',
      'name',
      'price',
      '1',
      '12.5',
      '\u0000',
      '\ufeff',
    ),
    fc.string({ maxLength: 12, unit: 'grapheme' }),
  );
  const body = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(body, fc.boolean(), (text, withHeader) => {
      const checked = check((withHeader ? header : '') + text);
      expect(checked.problems.length).toBe(Math.min(500, checked.problemCount));
      if (checked.problemCount > 0) expect(checked.rows).toEqual([]);
      else expect(checked.rows.length).toBe(checked.toCreate);
      for (const problem of checked.problems) {
        expect(problem.row).toBeGreaterThanOrEqual(1);
        expect(problem.reason).toMatch(/^\p{Lu}.*\.$/su);
      }
    }),
    { numRuns: 1500 },
  );
});

test('no bytes at all make the check throw', async () => {
  const check = await checker();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, withHeader) => {
      const file = withHeader ? Buffer.concat([Buffer.from(header), bytes]) : bytes;
      const checked = check(file);
      expect(checked.problemCount > 0 || checked.rows.length > 0).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
