import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Canvas from '@napi-rs/canvas';
import { fontsFolder } from './fonts-folder.ts';

/** Our own come first; what they lack, as Chinese, Japanese and Korean, the system's fonts have. */
const bundled = {
  'Sukli Mono': 'NotoSansMono',
  'Sukli Devanagari': 'NotoSansDevanagari',
  'Sukli Arabic': 'NotoSansArabic',
  'Sukli Thai': 'NotoSansThai',
};
const fromSystem = [
  'Noto Sans CJK SC',
  'Microsoft YaHei',
  'Yu Gothic',
  'Malgun Gothic',
  'PingFang SC',
  'Hiragino Sans',
];
const families = [...[...Object.keys(bundled), ...fromSystem].map((name) => `"${name}"`), 'sans-serif'].join(
  ', ',
);

/** One letter of the monospaced font is 12 dots wide at this size, as in a printer's own font. */
const fontSize = 20;

export const paperFont = (bold: boolean): string => `${bold ? 'bold ' : ''}${fontSize}px ${families}`;

let opening: Promise<typeof Canvas> | undefined;

/** The drawing library with our fonts in it. It stays in memory once it is there: only for what has to be drawn. */
export function openCanvas(): Promise<typeof Canvas> {
  return (opening ??= load());
}

async function load(): Promise<typeof Canvas> {
  // On Linux it finds a system's font when a letter needs it; a list of all of them is 30 MB and most of the time.
  if (process.platform === 'linux') process.env['DISABLE_SYSTEM_FONTS_LOAD'] = '1';
  const canvas = await import('@napi-rs/canvas');
  const folder = fontsFolder();
  for (const [alias, file] of Object.entries(bundled)) {
    for (const weight of ['Regular', 'Bold'])
      canvas.GlobalFonts.register(readFileSync(join(folder, `${file}-${weight}.ttf`)), alias);
  }
  return canvas;
}
