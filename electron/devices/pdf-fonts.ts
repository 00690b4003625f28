import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** The sources and the packed program keep `resources` at different heights above this file. */
function fontsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'resources', 'fonts');
    if (existsSync(join(candidate, 'Inter-Regular.ttf'))) return candidate;
    const above = dirname(folder);
    if (above === folder) throw new Error('the fonts of PDF documents are not installed (resources/fonts)');
    folder = above;
  }
}
