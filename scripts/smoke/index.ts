/**
 * What an operator wants to know of a deployed instance, asked from outside, a line each.
 *
 *     npm run -s smoke -- https://photo.example.edu.cn
 *
 * Nothing is left behind. Exit status: 0 all is well (warnings included); 1 something keeps students from handing in;
 * 2 wrong usage.
 */
import { checks, type Line } from './checks';

function addressOf(argument: string | undefined): URL | null {
  if (!argument || !URL.canParse(argument)) return null;
  const url = new URL(argument);
  return /^https?:$/.test(url.protocol) ? new URL(url.origin) : null;
}

const origin = addressOf(process.argv[2]);
if (!origin) {
  console.error('Usage: npm run -s smoke -- URL');
  process.exit(2);
}

let failed = false;
for (const [name, check] of Object.entries(checks)) {
  const lines = await check(origin).catch((error: unknown): Line[] => {
    const { message, cause } = error as Error;
    const why = cause instanceof Error ? cause.message : message;
    return [{ result: 'fail', name, text: `no answer: ${why}` }];
  });
  for (const { result, name: what, text } of lines) {
    console.log(`${result.padEnd(5)}${what.padEnd(9)}${text}`);
    failed ||= result === 'fail';
  }
}
process.exit(failed ? 1 : 0);
