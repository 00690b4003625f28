/** What the desktop's preload script hands to the screens as `window.sukli`; a browser has none. */
export type Bridge = {
  /** The version of the installed program. */
  readonly version: string;
  readonly platform: 'windows' | 'mac' | 'linux';
};
