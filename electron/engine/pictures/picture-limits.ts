const mostPixelsASide = 4096;

export function isSensibleSize(width: number, height: number): boolean {
  return width >= 1 && height >= 1 && width <= mostPixelsASide && height <= mostPixelsASide;
}
