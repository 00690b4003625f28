import type { Page } from '@playwright/test';

/**
 * What does not fit: a page that scrolls as a whole, anything that scrolls sideways, and buttons, links, fields and
 * headings that are cut off where nothing can be scrolled to see the rest.
 */
export function findLayoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    const nameOf = (element: Element) =>
      `<${element.tagName.toLowerCase()}> “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 50)}”`;
    const isShown = (element: Element) =>
      element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    /** One row that is meant to be pushed sideways shows no scrollbar. */
    const isStrip = (element: Element) => getComputedStyle(element).scrollbarWidth === 'none';
    const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';

    if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide`);
    if (root.scrollHeight > root.clientHeight) faults.push(`the page is ${root.scrollHeight} high`);
    for (const element of document.body.querySelectorAll('*')) {
      if (!scrolls(getComputedStyle(element).overflowX) || isStrip(element)) continue;
      if (element.scrollWidth <= element.clientWidth + 1 || !isShown(element)) continue;
      faults.push(`scrolls sideways: ${nameOf(element)} (${element.scrollWidth} in ${element.clientWidth})`);
    }

    const clipOf = (element: Element) => {
      const clip = { left: 0, top: 0, right: root.clientWidth, bottom: root.clientHeight };
      for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(parent);
        const box = parent.getBoundingClientRect();
        if (scrolls(overflowX) && isStrip(parent))
          return { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
        if (overflowX !== 'visible') {
          clip.left = Math.max(clip.left, box.left);
          clip.right = Math.min(clip.right, box.right);
        }
        if (scrolls(overflowY)) return { ...clip, top: -Infinity, bottom: Infinity };
        if (overflowY !== 'visible') {
          clip.top = Math.max(clip.top, box.top);
          clip.bottom = Math.min(clip.bottom, box.bottom);
        }
        if (position === 'fixed') break;
      }
      return clip;
    };
    const top = document.querySelector('[role=dialog]') ?? document.body;
    for (const element of top.querySelectorAll(
      'button, a, input, select, textarea, h1, h2, h3, [role=tab]',
    )) {
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || !isShown(element)) continue;
      const clip = clipOf(element);
      const isCut =
        box.left < clip.left - 1 ||
        box.right > clip.right + 1 ||
        box.top < clip.top - 1 ||
        box.bottom > clip.bottom + 1;
      if (isCut) faults.push(`cut off: ${nameOf(element)}`);
      else if (element.tagName === 'BUTTON' && element.scrollWidth > element.clientWidth + 1)
        faults.push(`does not fit its button: ${nameOf(element)}`);
    }
    return faults;
  });
}
