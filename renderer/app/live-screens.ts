import { screenId } from './screen-id.ts';

type Message = { kind: 'are-you-there' | 'here'; screen: string };

const channelName = 'sukli-screens';
const patience = 250;

let channel: BroadcastChannel | null = null;

/** Answers other tabs of this browser that this screen is alive. */
export function answerScreens(): void {
  if (channel !== null) return;
  channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'are-you-there' && data.screen === screenId())
      channel?.postMessage({ kind: 'here', screen: data.screen } satisfies Message);
  });
}

/** Whether a tab of this browser is that screen; a screen of another machine is not heard. */
export function isScreenAlive(screen: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = new BroadcastChannel(channelName);
    const finish = (isAlive: boolean) => {
      clearTimeout(timer);
      asking.close();
      resolve(isAlive);
    };
    const timer = setTimeout(() => finish(false), patience);
    asking.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'here' && data.screen === screen) finish(true);
    });
    asking.postMessage({ kind: 'are-you-there', screen } satisfies Message);
  });
}
