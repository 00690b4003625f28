import { create } from 'zustand';

export type ToastTone = 'neutral' | 'good' | 'bad';
export type ToastMessage = {
  title: string;
  description?: string;
  tone?: ToastTone;
  /** The same id again replaces the earlier message. */
  id?: string;
  actionLabel?: string;
  onAction?: () => void;
};
export type ShownToast = ToastMessage & { id: string; tone: ToastTone; round: number };

const mostShown = 3;
let made = 0;

export const useToasts = create<{ toasts: readonly ShownToast[] }>(() => ({ toasts: [] }));

/** Says something in passing. What must not be missed belongs on the screen or into a dialog. */
export function showToast(message: ToastMessage): void {
  made += 1;
  const toast: ShownToast = {
    ...message,
    id: message.id ?? `toast-${made}`,
    tone: message.tone ?? 'neutral',
    round: made,
  };
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter(({ id }) => id !== toast.id), toast].slice(-mostShown),
  }));
}

export function closeToast(id: string): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
