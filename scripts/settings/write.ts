import { systems, variables } from '../../src/lib/server/settings';

/** README with its tables of variables written anew, not yet formatted. @throws when it has no place for them */
export function withTables(readme: string): string {
  const own = Object.entries(variables).map(([name, { standard, says, ...rest }]) => [
    `\`${name}\``,
    standard ?? ('otherwise' in rest ? rest.otherwise : 'none'),
    says
  ]);
  const others = Object.entries(systems).map(([name, says]) => [`\`${name}\``, says]);
  return between(
    between(readme, 'settings', table(['variable', 'default', 'meaning'], own)),
    'systems',
    table(['variable', 'meaning'], others)
  );
}

/** A file to fill in: each variable with its default, commented out. */
export function envExample(): string {
  const own = Object.entries(variables).map(
    ([name, { standard, says }]) => `# ${says}\n#${name}=${standard ?? ''}\n`
  );
  const others = Object.entries(systems).map(([name, says]) => `# ${says}\n#${name}=\n`);
  return [
    '# Settings of a server; written by `npm run settings`.\n',
    ...own,
    '# Other systems\n',
    ...others
  ].join('\n');
}

const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function between(text: string, name: string, inner: string): string {
  const begin = `<!-- ${name}: npm run settings -->`;
  const end = `<!-- /${name} -->`;
  if (!text.includes(begin) || !text.includes(end)) throw new Error(`README has no place for ${name}`);
  const [before = ''] = text.split(begin);
  const [, after = ''] = text.split(end);
  return `${before}${begin}\n\n${inner}\n\n${end}${after}`;
}
