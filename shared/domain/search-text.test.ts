import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './search-text.ts';

describe('foldText', () => {
  it.each([
    ['  Crème   BRÛLÉE ', 'creme brulee'],
    ['Piña Colada', 'pina colada'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['ẞ', 'ss'],
    ['Smørrebrød', 'smorrebrod'],
    ['Œuf Æble', 'oeuf aeble'],
    ['Łódź', 'lodz'],
    ['İstanbul ılık', 'istanbul ilik'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['Ёлка', 'елка'],
    ['ﬁne', 'fine'],
    ['Ｃｏｃａ', 'coca'],
    ['１２ ml', '12 ml'],
    ['१२ रोटी', '12 रोटी'],
    ['ज़ीरा', 'जीरा'],
    ['مُحَمَّد', 'محمد'],
    ['שָׁלוֹם', 'שלום'],
    ['ガム', 'ガム'],
    ['ｶﾞﾑ', 'ガム'],
    ['한국', '한국'],
    ['น้ำ', foldText('น้ำ')],
    ['Baker’s – half', "baker's - half"],
    ['soft\u00adhyphen\u200b', 'softhyphen'],
    ['two\nlines\u0000here', 'two lines here'],
    ['\u00a0', ''],
    ['', ''],
  ])('%j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('keeps apart what are other words', () => {
    expect(foldText('कि')).not.toBe(foldText('की'));
    expect(foldText('か')).not.toBe(foldText('が'));
    expect(foldText('ข่าว')).not.toBe(foldText('ขาว'));
    expect(foldText('ß')).not.toBe(foldText('b'));
  });

  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = foldText(text);
        expect(foldText(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  it('does not care how a text was composed or which case it had', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
        expect(foldText(text.toLowerCase())).toBe(foldText(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('leaves one space between words, none at the ends, and nothing invisible', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldText(text)).not.toMatch(/^\s|\s$|\s\s|[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});
