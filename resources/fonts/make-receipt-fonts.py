"""Makes the two static fonts of the PDF receipts out of the woff2 subsets of @fontsource-variable/inter.

A PDF needs whole, static TrueType fonts; the package has variable ones, cut by script. Run it again only when the
package changes:  python3 resources/fonts/make-receipt-fonts.py  (needs fonttools and brotli)
"""

import os
import tempfile

from fontTools.merge import Merger
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.join(HERE, '../../node_modules/@fontsource-variable/inter/files/inter-%s-wght-normal.woff2')
SCRIPTS = ('latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese')


def options():
    chosen = Options()
    # No kerning: it closes up the points of amounts, and is most of the time that a PDF takes.
    chosen.layout_features = ['tnum', 'mark', 'mkmk', 'ccmp']
    chosen.notdef_outline = True
    chosen.hinting = False
    chosen.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    chosen.drop_tables += ['STAT', 'gasp', 'prep']
    return chosen


def draw_missing(font):
    """A plain box for every character that the font does not have."""
    pen = TTGlyphPen(None)
    for left, bottom, right, top in ((150, 0, 1290, 1490), (270, 120, 1170, 1370)):
        corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
        pen.moveTo(corners[0])
        for corner in corners[1:] if left == 150 else reversed(corners[1:]):
            pen.lineTo(corner)
        pen.closePath()
    missing = font.getGlyphOrder()[0]
    font['glyf'][missing] = pen.glyph()
    font['hmtx'][missing] = (1440, 150)


def make(name, weight, folder):
    files, had = [], set()
    for script in SCRIPTS:
        font = instancer.instantiateVariableFont(TTFont(SOURCE % script), {'wght': weight})
        font.flavor = None
        new = set(font.getBestCmap()) - had
        had |= new
        subsetter = Subsetter(options())
        subsetter.populate(unicodes=new)
        subsetter.subset(font)
        files.append(os.path.join(folder, f'{script}-{weight}.ttf'))
        font.save(files[-1])
    font = Merger().merge(files)
    draw_missing(font)
    names = {1: 'Inter', 2: name, 3: f'4.001;Inter-{name}', 4: f'Inter {name}', 6: f'Inter-{name}'}
    for record in font['name'].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    font['OS/2'].usWeightClass = weight
    font['head'].created = font['head'].modified = 3786825600
    font.recalcTimestamp = False
    font.save(os.path.join(HERE, f'Inter-{name}.ttf'))


with tempfile.TemporaryDirectory() as folder:
    make('Regular', 400, folder)
    make('SemiBold', 600, folder)
