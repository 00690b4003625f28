import { registerHooks } from 'node:module';
import { mutants } from './mutants.ts';

/*
 * Loaded before everything else (`node --import`): plants one bug by changing the text of one file as it is read, so that
 * the product holds no hook for it. Threads that the program starts load it too.
 */
const name = process.env['SUKLI_MUTANT'];
const mutant = mutants.find((known) => known.name === name);
if (mutant === undefined) throw new Error(`There is no mutant of the name "${name}".`);
const { edits } = mutant;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const here = edits.filter(({ file }) => url.endsWith(`/${file}`));
    if (here.length === 0) return loaded;
    let source = textOf(loaded.source);
    for (const { file, find, replace } of here) {
      if (!source.includes(find))
        throw new Error(`${file} has no "${find}": the mutant "${name}" is out of date.`);
      source = source.replace(find, () => replace);
    }
    return { ...loaded, source };
  },
});

function textOf(source: unknown): string {
  return typeof source === 'string' ? source : Buffer.from(source as Uint8Array).toString('utf8');
}
