"""Makes the fonts in which lines are drawn for printers that lack their letters, out of Debian's fonts-noto-core and
fonts-noto-mono: whole scripts, without what a printer of 203 dots per inch cannot show. Run it again only when those
packages change:  python3 resources/fonts/make-paper-fonts.py  (needs fonttools)
"""

import os

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = '/usr/share/fonts/truetype/noto/%s.ttf'

MONO = [
    (0x20, 0x24F), (0x2B0, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF), (0x2010, 0x205E),
    (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x2193), (0x2212, 0x2265), (0x25A0, 0x25FF),
    (0xFFFD, 0xFFFD),
]
FONTS = {
    'NotoSansMono': MONO,
    'NotoSansDevanagari': [(0x20, 0x7E), (0x900, 0x97F), (0x1CD0, 0x1CFF), (0x200C, 0x200D), (0x25CC, 0x25CC), (0xA8E0, 0xA8FF)],
    'NotoSansArabic': [(0x20, 0x7E), (0x600, 0x6FF), (0x750, 0x77F), (0x200C, 0x200D), (0x25CC, 0x25CC)],
    'NotoSansThai': [(0x20, 0x7E), (0xE00, 0xE7F), (0x200C, 0x200D), (0x25CC, 0x25CC)],
}


def make(name, ranges):
    font = TTFont(SOURCE % name)
    options = Options()
    options.layout_features = ['*']
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ['STAT', 'gasp', 'prep']
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    font.recalcTimestamp = False
    font.save(os.path.join(HERE, f'{name}.ttf'))


for family, ranges in FONTS.items():
    for weight in ('Regular', 'Bold'):
        make(f'{family}-{weight}', ranges)
