import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type ReceiptFonts = { regular: Uint8Array; semiBold: Uint8Array };

let fonts: ReceiptFonts | undefined;

/** Inter for PDF receipts (Latin, Greek, Cyrillic, Vietnamese, currency signs). Anything else is drawn as a box. */
export function receiptFonts(): ReceiptFonts {
  if (fonts === undefined) {
    const folder = fontsFolder();
    fonts = {
      regular: readFileSync(join(folder, 'Inter-Regular.ttf')),
      semiBold: readFileSync(join(folder, 'Inter-SemiBold.ttf')),
    };
  }
  return fonts;
}

/** The sources and the packed program keep `resources` at different heights above this file. */
function fontsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'resources', 'fonts');
    if (existsSync(join(candidate, 'Inter-Regular.ttf'))) return candidate;
    const above = dirname(folder);
    if (above === folder) throw new Error('the fonts of the receipts are not installed (resources/fonts)');
    folder = above;
  }
}
