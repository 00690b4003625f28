import { contextBridge } from 'electron';
import type { Bridge } from '../shared/api/bridge.ts';

// The bridge, nothing else. It carries two facts and no channel: what the screens need done, the engine does.
const versionFlag = '--sukli-version=';
const platforms: Partial<Record<NodeJS.Platform, Bridge['platform']>> = { win32: 'windows', darwin: 'mac' };

contextBridge.exposeInMainWorld('sukli', {
  version: process.argv.find((argument) => argument.startsWith(versionFlag))?.slice(versionFlag.length) ?? '',
  platform: platforms[process.platform] ?? 'linux',
} satisfies Bridge);
