import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The sources and the packed program keep `resources` at different heights above this file. */
export function fontsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'resources', 'fonts');
    if (existsSync(join(candidate, 'Inter-Regular.ttf'))) return candidate;
    const above = dirname(folder);
    if (above === folder) throw new Error('the fonts of papers are not installed (resources/fonts)');
    folder = above;
  }
}
