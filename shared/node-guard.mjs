// Plain JavaScript on purpose: it must still be understood by the old Node versions that it sends away.

/**
 * What is wrong with this Node, in one sentence, or null. better-sqlite3 and argon2 crash below Node-API 10, and
 * running from source needs TypeScript to be understood.
 * @param {{ version: string, napi: string | undefined, typescript: unknown }} node
 * @param {{ fromSource: boolean }} use
 * @returns {string | null}
 */
export function nodeProblem(node, use) {
  const napi = Number(node.napi ?? 0);
  if (napi >= 10 && (!use.fromSource || Boolean(node.typescript))) return null;
  return `Sukli needs Node 24, and this is Node ${node.version}. Run it through npm (npm start, npm run sukli), which brings the right one along, or install Node 24.`;
}

/** This process, as `nodeProblem` wants it. */
export function thisNode() {
  return {
    version: process.versions.node,
    napi: process.versions.napi,
    typescript: process.features.typescript,
  };
}

/**
 * Ends the process with that sentence when this Node cannot run Sukli. Call it before anything else is loaded.
 * @param {{ fromSource: boolean }} use
 */
export function guardNode(use) {
  const problem = nodeProblem(thisNode(), use);
  if (problem === null) return;
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
