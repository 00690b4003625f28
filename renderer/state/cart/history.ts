import { emptyDraft, type CartDraft } from './cart-draft.ts';

/**
 * One cart from its first line to its payment. `orderId` is made once and names the sale in the books, whatever is
 * undone or tried again; `past` holds the drafts that undo goes back to, the newest last.
 */
export type CartState = {
  orderId: string;
  draft: CartDraft;
  past: readonly CartDraft[];
};

const MOST_STEPS = 200;

export function startCart(orderId: string): CartState {
  return { orderId, draft: emptyDraft, past: [] };
}

/** Goes on with the next draft; undo can come back, unless only the selection moved. */
export function goOn(state: CartState, next: CartDraft): CartState {
  const { draft, past } = state;
  if (next === draft) return state;
  if (isSameSale(next, draft)) return { ...state, draft: next };
  return { ...state, draft: next, past: [...past, draft].slice(-MOST_STEPS) };
}

function isSameSale(one: CartDraft, other: CartDraft): boolean {
  return (
    one.lines === other.lines &&
    one.customer === other.customer &&
    one.presented === other.presented &&
    one.rewardIds === other.rewardIds &&
    one.giftCards === other.giftCards &&
    one.discount === other.discount
  );
}

/** Takes the last change back, exactly. */
export function undo(state: CartState): CartState {
  const draft = state.past.at(-1);
  if (draft === undefined) return state;
  return { ...state, draft, past: state.past.slice(0, -1) };
}

/** Changes the draft and everything undo could bring back: for facts of the books, which no undo takes back. */
export function changeThroughout(state: CartState, change: (draft: CartDraft) => CartDraft): CartState {
  return { ...state, draft: change(state.draft), past: state.past.map(change) };
}
