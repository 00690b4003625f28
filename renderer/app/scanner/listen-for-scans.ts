import { isFocusOnItsWay } from '../../ui/layers.tsx';
import { steadyMilliseconds } from '../clock.ts';
import { recordKey } from './record-keys.ts';
import {
  defaultBurstOptions,
  endBurst,
  noBurst,
  pauseBurst,
  typeInBurst,
  whereAPinIsTyped,
  type Burst,
  type BurstKey,
  type BurstOptions,
  type BurstStep,
} from './scan-burst.ts';
import { fieldOf, insertIntoField, markField, restoreField, type FieldMark } from './text-field-mark.ts';

/*
 * Why two ways: in a field a key is let through at once, so that typing is never late, and taken back out if it turns
 * out to be a scanner's. Outside fields a key may be a shortcut ("1" for cash) which cannot be taken back, so it is
 * held for the blink in which a scanner would have sent the next one. What is typed while a dialog opens is held until
 * its field has the focus.
 */
type HeldKey = { target: EventTarget; init: KeyboardEventInit };
type BurstKeys = readonly BurstKey<Mark>[];
type Mark = { kind: 'field'; mark: FieldMark } | { kind: 'held'; held: HeldKey };

const shortestHold = 70;
const latestMilliseconds = 2_000;
/** No dialog takes as long to focus its field. */
const longestOpening = 1_500;
const lookAgainMilliseconds = 15;
const replayed = new WeakSet<Event>();

function isCharacter(event: KeyboardEvent): boolean {
  if (event.repeat || event.isComposing || [...event.key].length !== 1) return false;
  return event.getModifierState('AltGraph') || !(event.ctrlKey || event.altKey || event.metaKey);
}

/** Scanners send line feed and carriage return as Ctrl+J and Ctrl+M, too. */
function isEnd(event: KeyboardEvent): boolean {
  if (event.key === 'Enter' || event.key === 'Tab') return true;
  return event.ctrlKey && (event.key === 'j' || event.key === 'm');
}

/**
 * How late a key is handled. On a busy machine the keys behind it are as late: a long code would otherwise be cut in two
 * by a pause that the scanner never made.
 */
function lateness(event: KeyboardEvent): number {
  return Math.min(Math.max(steadyMilliseconds() - event.timeStamp, 0), latestMilliseconds);
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function replay({ target, init }: HeldKey): void {
  // A dialog opened meanwhile: what was typed for its field must not be short of its first digit.
  const opened = fieldOf(document.activeElement);
  if (opened !== null && opened !== target) return insertIntoField(opened, init.key ?? '');
  const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true, composed: true });
  replayed.add(event);
  (target instanceof Node && target.isConnected ? target : document.body).dispatchEvent(event);
}

function takeBack(keys: readonly BurstKey<Mark>[]): void {
  const done = new Set<EventTarget>();
  for (const { mark } of keys) {
    if (mark.kind !== 'field' || done.has(mark.mark.field)) continue;
    done.add(mark.mark.field);
    restoreField(mark.mark);
  }
}

function giveBack(keys: readonly BurstKey<Mark>[]): void {
  for (const { character, mark } of keys) {
    if (mark.kind === 'field') insertIntoField(mark.mark.field, character);
    else replay(mark.held);
  }
}

let learned = defaultBurstOptions;

/** From the next scan on. */
export function hearScannerAs(options: BurstOptions): void {
  learned = options;
}

type Listener = {
  onScan: (code: string) => void;
  /** A scan came that may lack characters; nothing of it was used. */
  onDoubt: (code: string) => void;
};

/** Hears scanners that type like a keyboard, whatever has the focus. Gives the way to stop. */
export function listenForScans({ onScan, onDoubt }: Listener): () => void {
  let burst: Burst<Mark> = noBurst();
  let held: HeldKey[] = [];
  /** Since when `held` is only held for a field that has not the focus yet. */
  let overdueSince: number | null = null;
  let current = learned;
  let holdTimer: ReturnType<typeof setTimeout> | undefined;
  let pauseTimer: ReturnType<typeof setTimeout> | undefined;

  const release = () => {
    clearTimeout(holdTimer);
    if (held.length > 0 && isFocusOnItsWay()) {
      overdueSince ??= steadyMilliseconds();
      if (steadyMilliseconds() - overdueSince < longestOpening) {
        holdTimer = setTimeout(release, lookAgainMilliseconds);
        return;
      }
    }
    overdueSince = null;
    const keys = held;
    held = [];
    for (const key of keys) replay(key);
  };
  const conclude = ({ scanned, doubted, giveBack: text, strays = [] }: BurstStep<Mark>, keys: BurstKeys) => {
    if (text !== undefined) giveBack(keys);
    takeBack(strays);
    if (scanned !== undefined && scanned !== '') onScan(scanned);
    if (doubted !== undefined) onDoubt(doubted);
  };
  const pause = () => {
    const { keys } = burst;
    const step = pauseBurst(burst, current);
    burst = step.burst;
    release();
    conclude(step, keys);
  };

  const onCharacter = (event: KeyboardEvent) => {
    const last = burst.keys.at(-1);
    if (last !== undefined && event.timeStamp - last.at >= current.pauseMilliseconds) pause();
    const target = fieldOf(event.target);
    const field = isFocusOnItsWay() ? null : target;
    if (burst.keys.length === 0) current = field?.type === 'password' ? whereAPinIsTyped(learned) : learned;
    const { key, code, shiftKey } = event;
    const holding: HeldKey = { target: event.target ?? document.body, init: { key, code, shiftKey } };
    const mark: Mark = field ? { kind: 'field', mark: markField(field) } : { kind: 'held', held: holding };
    const step = typeInBurst(burst, { character: key, at: event.timeStamp, mark }, current);
    burst = step.burst;
    clearTimeout(pauseTimer);
    pauseTimer = setTimeout(pause, current.pauseMilliseconds + lateness(event));
    if (step.takeBackFrom !== undefined) {
      held = held.slice(0, Math.max(0, held.length - burst.keys.length + 1));
      release();
      takeBack(burst.keys);
    }
    const isPress = key === ' ' && target === null;
    if (step.swallow) swallow(event);
    else if (field === null && !isPress) {
      swallow(event);
      held.push(holding);
      clearTimeout(holdTimer);
      holdTimer = setTimeout(release, Math.max(shortestHold, current.medianGapMilliseconds + 10));
    }
  };

  const onEnd = (event: KeyboardEvent) => {
    const { keys } = burst;
    const step = endBurst(burst, event.timeStamp, current);
    burst = step.burst;
    clearTimeout(pauseTimer);
    if (step.swallow) swallow(event);
    else release();
    conclude(step, keys);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (replayed.has(event)) return;
    if (recordKey(event)) {
      swallow(event);
      return;
    }
    if (overdueSince !== null) release();
    if (isCharacter(event)) onCharacter(event);
    else if (isEnd(event)) onEnd(event);
    else if (burst.takenOver && event.key !== 'Shift') swallow(event);
  };

  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    window.removeEventListener('keydown', onKeyDown, { capture: true });
    clearTimeout(pauseTimer);
    release();
  };
}
