import { RuleTester } from 'eslint';
import { describe, it } from 'vitest';
import { noArrayLiteralDestructuring } from './no-array-literal-destructuring.mjs';

RuleTester.describe = describe;
RuleTester.it = it;
const errors = [{ messageId: 'literal' }];

new RuleTester().run('no-array-literal-destructuring', noArrayLiteralDestructuring, {
  valid: ['const [a, b] = pair();', 'const pair = [1, 2];', 'const [first] = list;'],
  invalid: [
    { code: 'for (;;) { const [a, b] = [1, 2]; }', errors },
    { code: 'let [a, b] = turned ? [1, 2] : [2, 1];', errors },
    { code: '[a, b] = [b, a];', errors }
  ]
});
