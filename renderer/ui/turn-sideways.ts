/** The `ref` of a row that is pushed sideways: turning the wheel over it pushes it too. */
export function turnSideways(element: HTMLElement | null): (() => void) | undefined {
  if (element === null) return undefined;
  const turn = (event: WheelEvent) => {
    if (Math.abs(event.deltaY) <= Math.abs(event.deltaX)) return;
    element.scrollLeft += event.deltaY;
    event.preventDefault();
  };
  element.addEventListener('wheel', turn, { passive: false });
  return () => element.removeEventListener('wheel', turn);
}
