import { create } from 'zustand';
import { newId } from '../ids.ts';
import {
  displayChannel,
  type DisplayMessage,
  type DisplayShop,
  type DisplayState,
} from './display-message.ts';

const screen = newId();
let channel: BroadcastChannel | null = null;
let last: { message: DisplayMessage; text: string } | null = null;

/** Whether a customer display of this browser has asked; without one nothing is worked out for it. */
export const useDisplayWanted = create<{ wanted: boolean }>(() => ({ wanted: false }));

function post(message: DisplayMessage): void {
  channel?.postMessage(message);
}

/** Listens for customer displays of this browser, from now until the page goes. */
export function listenForDisplays(): () => void {
  const open = new BroadcastChannel(displayChannel);
  channel = open;
  open.addEventListener('message', ({ data }: MessageEvent<DisplayMessage>) => {
    if (data.kind !== 'ask') return;
    useDisplayWanted.setState({ wanted: true });
    if (last !== null) post(last.message);
  });
  const leave = () => post({ kind: 'gone', screen });
  addEventListener('pagehide', leave);
  post({ kind: 'here' });
  return () => {
    removeEventListener('pagehide', leave);
    leave();
    open.close();
    channel = null;
  };
}

/** Shows this to the customer; nothing is sent that is shown already. */
export function showOnDisplay(shop: DisplayShop, state: DisplayState): void {
  const message: DisplayMessage = { kind: 'show', screen, shop, state };
  const text = JSON.stringify(message);
  if (text === last?.text) return;
  last = { message, text };
  post(message);
}
