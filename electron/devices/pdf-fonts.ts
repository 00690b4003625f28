import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontsFolder } from './fonts-folder.ts';

export type PdfFonts = { regular: Uint8Array; semiBold: Uint8Array };

let fonts: PdfFonts | undefined;

/** Inter (Latin, Greek, Cyrillic, Vietnamese, currency signs) for every PDF. Anything else is drawn as a box. */
export function pdfFonts(): PdfFonts {
  if (fonts === undefined) {
    const folder = fontsFolder();
    fonts = {
      regular: readFileSync(join(folder, 'Inter-Regular.ttf')),
      semiBold: readFileSync(join(folder, 'Inter-SemiBold.ttf')),
    };
  }
  return fonts;
}
