/**
 * Builds a version for those who install without a checkout:
 *
 *     npm run -s release -- FOLDER
 *
 * FOLDER gets the tarball of the committed sources with the build in them, a bill of materials (CycloneDX), the image as
 * an OCI archive where podman or buildah is installed, and SHA256SUMS of all. The same commit gives the same tarball. The
 * version is package.json's and must have its chapter in CHANGELOG.md. Exit status: 0 done; 1 refused; 2 wrong usage.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { firstProgram } from './lib/programs.mjs';
import { ensurePackages, must, root } from './lib/run.mjs';

/** @param {number} status @param {string} line @returns {never} */
function end(status, line) {
  console.error(line);
  process.exit(status);
}

/**
 * What a program printed. Ends where it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
function asked(program, args, options) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: root,
    maxBuffer: 1 << 30,
    ...options
  });
  if (status !== 0) end(1, `${program} ${args[0]}: ${error?.message ?? String(stderr)}`);
  return String(stdout).trim();
}

const folder = process.argv[2] && resolve(process.argv[2]);
if (!folder) end(2, 'Usage: npm run -s release -- FOLDER');
if (asked('git', ['status', '--porcelain'])) end(1, 'There are changes that are not committed.');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
if (!readFileSync(join(root, 'CHANGELOG.md'), 'utf8').includes(`\n## ${version}\n`))
  end(1, `CHANGELOG.md has no chapter ${version}.`);

await ensurePackages();
await must('The build', 'npm', ['run', '-s', 'build']);
mkdirSync(folder, { recursive: true });
const name = `gradframe-${version}`;
const stage = mkdtempSync(join(tmpdir(), 'gradframe-release-'));
try {
  const sources = join(stage, 'sources.tar');
  asked('git', ['archive', '--format=tar', `--prefix=${name}/`, '-o', sources, 'HEAD']);
  asked('tar', ['-xf', sources, '-C', stage]);
  cpSync(join(root, 'build'), join(stage, name, 'build'), { recursive: true });
  // Times, owners and order say nothing of whoever made it.
  const same = [
    '--sort=name',
    `--mtime=@${asked('git', ['log', '-1', '--format=%ct'])}`,
    '--owner=0',
    '--group=0'
  ];
  asked('tar', [
    ...same,
    '--numeric-owner',
    '--use-compress-program=gzip -n',
    '-cf',
    join(folder, `${name}.tar.gz`),
    '-C',
    stage,
    name
  ]);
} finally {
  rmSync(stage, { recursive: true, force: true });
}
const materials = asked('npm', ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application']);
writeFileSync(join(folder, `${name}.cdx.json`), `${materials}\n`);

const builder = firstProgram(['/usr/bin/podman', '/usr/bin/buildah']);
const image = join(folder, `${name}.oci.tar`);
if (builder) {
  await must('The image', builder, ['build', '-f', 'deploy/Containerfile', '-t', name, '.']);
  await must('Saving the image', builder, ['push', name, `oci-archive:${image}:${version}`]);
} else console.error('No image: neither podman nor buildah is installed.');

const files = readdirSync(folder).filter((file) => file.startsWith(`${name}.`));
const sums = files.sort().map((file) => {
  const sum = createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex');
  return `${sum}  ${file}\n`;
});
writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
process.stdout.write(sums.join(''));
