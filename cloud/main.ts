import { addShop } from './command/add-shop.ts';
import { help, readCommand } from './command/read-command.ts';
import { noteRestored } from './command/note-restored.ts';
import { say } from './command/say.ts';
import { serve } from './command/serve.ts';

/** `npm run cloud`. Answers the exit code: 2 for what is not understood. */
export async function runCommand(given: string[]): Promise<number> {
  const command = readCommand(given);
  if (!command.ok) {
    say(command.failure.message);
    return 2;
  }
  switch (command.value.name) {
    case 'help':
      process.stdout.write(help);
      return 0;
    case 'serve':
      return serve(command.value.flags);
    case 'add-shop':
      return addShop(command.value.flags, command.value.shop);
    case 'restored':
      return noteRestored(command.value.flags);
  }
}
