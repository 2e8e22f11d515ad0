// Builds the player: `node build.mjs bundle <folder>` writes its files, `node build.mjs test` checks types and runs tests.
// Called by Maven; does nothing that is already done.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const tables = ['cmi-1.2.json', 'cmi-2004.json'].map((f) =>
  join(here, '../src/main/resources/se/metodporten/scorm/runtime', f),
);
const statics = ['player.html', 'player.css'];

function run(command, args) {
  const done = spawnSync(command, args, { cwd: here, stdio: 'inherit' });
  if (done.error) throw done.error;
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function modified(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath ?? e.path, e.name));
}

function install() {
  const installed = modified(join(here, 'node_modules/.package-lock.json'));
  if (installed < modified(join(here, 'package-lock.json'))) {
    run('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']);
  }
}

async function bundle(out) {
  const sources = [...filesBelow(join(here, 'src')), ...statics.map((f) => join(here, 'static', f)), ...tables];
  sources.push(join(here, 'build.mjs'), join(here, 'package-lock.json'));
  const built = Math.min(...['player.js', ...statics].map((f) => modified(join(out, f))));
  if (Math.max(...sources.map(modified)) <= built) return;
  install();
  const { build } = await import('esbuild');
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: [join(here, 'src/main.ts')],
    outfile: join(out, 'player.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2020'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  for (const file of statics) copyFileSync(join(here, 'static', file), join(out, file));
}

async function test() {
  install();
  run(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '--project', here]);
  const { build } = await import('esbuild');
  const out = join(here, '../target/player-tests');
  rmSync(out, { recursive: true, force: true });
  const tests = filesBelow(join(here, 'test')).filter((f) => f.endsWith('.test.ts'));
  await build({
    entryPoints: tests,
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const report = join(here, '../target/player-tests.txt');
  const quietly = ['--test-reporter=spec', `--test-reporter-destination=${report}`];
  const args = ['--enable-source-maps', '--test', ...quietly, ...filesBelow(out).sort()];
  const done = spawnSync(process.execPath, args, { cwd: here, stdio: 'inherit' });
  if (done.status !== 0) {
    console.error(readFileSync(report, 'utf8'));
    process.exit(1);
  }
}

const [what, where] = process.argv.slice(2);
if (what === 'bundle') await bundle(where ?? join(here, '../target/player'));
else if (what === 'test') await test();
else throw new Error('usage: node build.mjs bundle [folder] | test');
