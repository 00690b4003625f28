/** The bans of the house that no ready-made rule knows, as an oxlint plugin. */

const isMember = (node, object, property) =>
  node.type === 'MemberExpression' &&
  node.object.type === 'Identifier' &&
  node.object.name === object &&
  node.property.type === 'Identifier' &&
  node.property.name === property;

const rule = (create) => ({ meta: { type: 'problem' }, create });

const noAmbientTime = rule((context) => ({
  CallExpression(node) {
    if (isMember(node.callee, 'Date', 'now'))
      context.report({ node, message: 'Take the time from the injected clock.' });
  },
  NewExpression(node) {
    if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) {
      context.report({ node, message: 'Take the time from the injected clock.' });
    }
  },
}));

const noAmbientChance = rule((context) => ({
  CallExpression(node) {
    const named = node.callee.type === 'Identifier' && node.callee.name === 'randomUUID';
    const property =
      node.callee.type === 'MemberExpression' &&
      node.callee.property.type === 'Identifier' &&
      node.callee.property.name;
    if (named || property === 'randomUUID' || isMember(node.callee, 'Math', 'random')) {
      context.report({ node, message: 'Take ids and chance from the injected ids.' });
    }
  },
}));

const noStrayDatabase = rule((context) => ({
  NewExpression(node) {
    if (node.callee.type === 'Identifier' && node.callee.name === 'Database') {
      context.report({ node, message: 'Databases are opened in electron/engine/db alone.' });
    }
  },
}));

const noAwaitInWrite = rule((context) => ({
  CallExpression(node) {
    const { callee } = node;
    const named =
      callee.type === 'Identifier'
        ? callee.name
        : callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
          ? callee.property.name
          : '';
    if (named !== 'write') return;
    for (const argument of node.arguments) {
      if (
        (argument.type === 'ArrowFunctionExpression' || argument.type === 'FunctionExpression') &&
        argument.async
      ) {
        context.report({
          node: argument,
          message: 'Work inside write() is synchronous: nothing is awaited in a transaction.',
        });
      }
    }
  },
}));

const noSkippedTest = rule((context) => ({
  CallExpression(node) {
    for (const object of ['it', 'test', 'describe']) {
      for (const property of ['skip', 'only', 'todo', 'fixme']) {
        if (isMember(node.callee, object, property))
          context.report({ node, message: 'A test runs, or is not there.' });
      }
    }
  },
}));

export default {
  meta: { name: 'house' },
  rules: {
    'no-ambient-time': noAmbientTime,
    'no-ambient-chance': noAmbientChance,
    'no-stray-database': noStrayDatabase,
    'no-await-in-write': noAwaitInWrite,
    'no-skipped-test': noSkippedTest,
  },
};
