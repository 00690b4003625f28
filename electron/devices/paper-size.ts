export type PaperWidth = 58 | 80;

/** How many dots of 203 to the inch a letter of the printer's normal font is wide, and from line to line. */
export const dotsOfColumn = 12;
export const dotsOfLine = 30;

/** How many columns of the printer's normal font fit on the paper. */
export function columnsOf(paperWidth: PaperWidth): 32 | 48 {
  return paperWidth === 58 ? 32 : 48;
}

/** How many dots wide the printer prints. */
export function dotsOf(paperWidth: PaperWidth): 384 | 576 {
  return paperWidth === 58 ? 384 : 576;
}
