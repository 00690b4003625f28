import { create } from 'zustand';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'sukli.theme';

function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(storageKey);
    return themes.find((theme) => theme === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

function show(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
}

/** The look of the screens: the one thing that is kept in the browser's storage. */
export const useTheme = create<{ theme: Theme }>(() => ({ theme: 'system' }));

export function chooseTheme(theme: Theme): void {
  show(theme);
  useTheme.setState({ theme });
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the window.
  }
}

/** Called once before anything is drawn. */
export function startTheme(): void {
  const theme = storedTheme();
  show(theme);
  useTheme.setState({ theme });
}
