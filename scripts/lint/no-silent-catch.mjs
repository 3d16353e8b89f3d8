/**
 * ESLint rule: an error that is dropped says why. `catch {` and `.catch(() => …)` carry a comment, inside, on the line
 * or on the line before; otherwise they use the error.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noSilentCatch = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { silent: 'Use the error, or say in a comment here why it does not matter.' }
  },
  create(context) {
    const { sourceCode } = context;
    const comments = sourceCode.getAllComments();
    /** @param {{ start: import('estree').Position, end: import('estree').Position }} loc */
    const explained = (loc) =>
      comments.some(
        (comment) =>
          comment.loc && comment.loc.end.line >= loc.start.line - 1 && comment.loc.start.line <= loc.end.line
      );
    return {
      CatchClause(node) {
        if (!node.param && node.loc && !explained(node.loc)) context.report({ node, messageId: 'silent' });
      },
      'CallExpression[callee.property.name="catch"]'(/** @type {any} */ node) {
        const [given] = node.arguments;
        const silent = /Function/.test(given?.type) && given.params.length === 0;
        const loc = { start: node.callee.property.loc.start, end: node.loc.end };
        if (silent && !explained(loc)) context.report({ node: node.callee.property, messageId: 'silent' });
      }
    };
  }
};
