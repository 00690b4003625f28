import packageJson from '../package.json' with { type: 'json' };

export const cloudVersion: string = packageJson.version;
