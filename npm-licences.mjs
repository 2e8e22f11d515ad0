// Fails when an npm package, of whatever depth or platform, has a licence that is not on this list; a new name is added
// here by a person. Reads the lock files, so it needs neither an installation nor the network.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const allowed = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'PSF-2.0']);

/** The packages of a lock file that may not be used, each with its licence. */
export function foreign(lock) {
  return Object.entries(lock.packages)
    .filter(([folder]) => folder !== '')
    .filter(([, about]) => !permitted(about.license))
    .map(([folder, about]) => `${folder.replace(/^.*node_modules\//, '')} ${about.version}: ${about.license ?? 'no licence'}`);
}

/** One name, or a choice such as (MIT OR GPL-3.0) of which one will do; several at once must all be allowed. */
function permitted(licence) {
  if (typeof licence !== 'string') return false;
  const choices = licence.replace(/^\((.*)\)$/, '$1').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((name) => allowed.has(name.trim())));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = process.argv
    .slice(2)
    .flatMap((file) => foreign(JSON.parse(readFileSync(file, 'utf8'))).map((line) => `${file}: ${line}`));
  if (found.length > 0) {
    console.error(`npm packages under a licence that is not on the list in npm-licences.mjs:\n${found.join('\n')}`);
    process.exit(1);
  }
}
