import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { startHost } from '../../electron/host.ts';
import { runProgram } from './run-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');

/** The shell blocks of the page below a heading, as one script. */
function scriptBelow(heading: string): string {
  const below = page.slice(page.indexOf(`\n## ${heading}\n`));
  return [...below.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block).join('\n');
}

const hasCurl = spawnSync('curl', ['--version']).status === 0;

test.skipIf(!hasCurl)(
  'every line of curl on the page about the interfaces works as it stands',
  async () => {
    const host = await startHost({ dataDir: temporaryFolder(), port: 0, demo: true });
    if (!host.ok) throw new Error(host.failure.message);
    onTestFinished(() => host.value.close());
    const script = scriptBelow('Each of them with curl').replace('http://127.0.0.1:8000', host.value.url);
    const { output } = await runProgram('sh', ['-c', script]).ended;
    const said = output.split('\n');
    const says = (text: string) =>
      expect(
        said.some((line) => line.includes(text)),
        text,
      ).toBe(true);
    says('"status":"completed"');
    says('"total_price":"450.00","status":"paid"');
    says('"detail":"Successfully logged out."');
    says('"message":"Registration successful"');
    says('"message":"Password changed successfully"');
    says('Customer Maria Santos identified successfully');
    says('Promotion \\"Double noodles\\" scanned successfully');
    says('Promotion redeemed successfully! 50 points awarded.');
    says('"new_balance":75,"message":"25 points awarded successfully"');
    says('"points_earned":25,"new_balance":100');
    says('"recent_transactions":[');
    says('"this_week":{');
    says('"role":"staff"');
    says('[{"id":1,"username":"owner"');
    says('"detail":"Token is blacklisted"');
    expect(said.filter((line) => line.startsWith('{"refresh"'))).toHaveLength(2);
    expect(said.filter((line) => line.includes('"error"'))).toEqual([]);
  },
  120_000,
);
