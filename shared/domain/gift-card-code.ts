/** Digits and capitals without I, L, O and U, which hands and eyes mistake. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bodyLength = 15;

/** How many random bytes `giftCardCode` takes: one for each of its 15 characters, so that 75 bits are drawn. */
export const giftCardBytes = bodyLength;

/**
 * `GC1-7KQ4-M2XW-9TBH-C3PZ`: 15 drawn characters and one that finds a mistyped or swapped one. Null for a draw with as many digits
 * in a row as a bank card has: draw again.
 */
export function giftCardCode(drawn: Uint8Array): string | null {
  const body = Array.from(drawn.subarray(0, bodyLength), (byte) => alphabet.charAt(byte % 32)).join('');
  if (body.length < bodyLength) throw new RangeError(`A gift card's code is made of ${bodyLength} bytes`);
  const code = `${body}${checkCharacter(body)}`;
  return /\d{13}/.test(code) ? null : code;
}

/** As it is printed on the card and scanned from it. */
export function giftCardText(code: string): string {
  return `GC1-${code.match(/.{4}/g)?.join('-') ?? code}`;
}

/**
 * The code that a person typed or a scanner sent, as it is kept: in capitals, without its prefix, dashes and spaces,
 * with what is mistaken read as what was meant. Null where it is no gift card's: a character too many, or its check
 * character does not fit.
 */
export function foldGiftCardCode(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–_.]/g, '');
  const body = plain
    .replace(/^GC[1IL]/, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');
  if (body.length !== bodyLength + 1 || [...body].some((character) => !alphabet.includes(character)))
    return null;
  return checkCharacter(body.slice(0, -1)) === body.slice(-1) ? body : null;
}

/** Whether a scan says of itself that it is a gift card. */
export function looksLikeGiftCard(text: string): boolean {
  return /^GC1-/i.test(text.trim());
}

/** Luhn's check over 32 characters: every wrong character is found, and all but one in a thousand swaps. */
function checkCharacter(body: string): string {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    const value = alphabet.indexOf(body.charAt(body.length - 1 - index));
    const counted = index % 2 === 0 ? 2 * value : value;
    sum += Math.floor(counted / 32) + (counted % 32);
  }
  return alphabet.charAt((32 - (sum % 32)) % 32);
}
