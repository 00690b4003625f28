export type NodeFacts = { version: string; napi: string | undefined; typescript: unknown };
export function nodeProblem(node: NodeFacts, use: { fromSource: boolean }): string | null;
export function thisNode(): NodeFacts;
export function guardNode(use: { fromSource: boolean }): void;
