import type { Colour } from '../../../shared/api/catalog.ts';

/** The class that paints a category's colour. Written out, so that the style sheet has them. */
export const tintClass: Record<Colour, string> = {
  amber: 'bg-tint-amber',
  brown: 'bg-tint-brown',
  green: 'bg-tint-green',
  red: 'bg-tint-red',
  olive: 'bg-tint-olive',
  blue: 'bg-tint-blue',
  violet: 'bg-tint-violet',
  grey: 'bg-tint-grey',
};
