import { newId } from './ids.ts';

const place = 'sukli-screen';

/** How this screen names itself to the engine: the same over a reload, another one in every tab and after a crash. */
export function screenId(): string {
  const known = sessionStorage.getItem(place);
  if (known !== null) return known;
  const id = newId();
  sessionStorage.setItem(place, id);
  return id;
}
