/**
 * ESLint rule: no array literal is taken apart where it is written, `const [a, b] = [x, y]`. WebKit's optimising compiler
 * gets it wrong inside hot loops (JavaScriptCore 2.50), also where the function was inlined into one.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noArrayLiteralDestructuring = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      literal: 'Write a line per value: WebKit miscompiles a literal that is taken apart in a loop.'
    }
  },
  create(context) {
    /** @param {any} node @returns {any} */
    const bare = (node) => (/^TS(As|Satisfies|NonNull)/.test(node?.type) ? bare(node.expression) : node);
    /** @param {any} node @returns {boolean} */
    const isLiteral = (node) => {
      const value = bare(node);
      if (value?.type === 'ConditionalExpression')
        return isLiteral(value.consequent) || isLiteral(value.alternate);
      return value?.type === 'ArrayExpression';
    };
    return {
      VariableDeclarator(node) {
        if (node.id.type === 'ArrayPattern' && isLiteral(node.init))
          context.report({ node, messageId: 'literal' });
      },
      AssignmentExpression(node) {
        if (node.left.type === 'ArrayPattern' && isLiteral(node.right))
          context.report({ node, messageId: 'literal' });
      }
    };
  }
};
