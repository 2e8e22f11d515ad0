import { build as bundle } from "esbuild";
import { zipSync, type Zippable } from "fflate";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCourse, type Course } from "./course.ts";
import { manifestOf } from "./manifest.ts";
import { pageOf } from "./page.ts";
import { partsOf } from "./parts.ts";
import { Faults } from "./source.ts";

export const KIT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where courses lie, where their zips go, and where each also lies unpacked, to look at or test. */
export interface Places {
  readonly courses: string;
  readonly out: string;
  readonly work: string;
}

/** Builds every course folder (one with a kurs.md) whose sources have changed. False when one could not be built. */
export async function makeAll(places: Places): Promise<boolean> {
  const kitPrint = fingerprint([join(KIT, "build"), join(KIT, "player"), join(KIT, "package-lock.json")]);
  const folders = readdirSync(places.courses)
    .map((name) => join(places.courses, name))
    .filter((folder) => existsSync(join(folder, "kurs.md")));
  const results = await Promise.all(folders.map((folder) => make(folder, places, kitPrint)));
  return !results.includes(false);
}

async function make(folder: string, { out, work }: Places, kitPrint: string): Promise<boolean> {
  const print = fingerprint([folder]) + kitPrint;
  const faults = new Faults();
  const id = basename(folder);
  const zip = join(out, `${id}.zip`);
  const stamp = join(work, `${id}.stamp`);
  if (existsSync(zip) && existsSync(stamp) && readFileSync(stamp, "utf8") === print) {
    return true;
  }
  const course = readCourse(folder, faults);
  if (faults.all.length > 0) {
    console.error(`${id}: kursen går inte att bygga\n  ${faults.all.join("\n  ")}`);
    return false;
  }
  const files = await filesOf(course);
  const unpacked = join(work, id);
  rmSync(unpacked, { recursive: true, force: true });
  for (const [path, content] of files) {
    write(join(unpacked, path), content);
  }
  write(zip, zipped(files));
  write(stamp, print);
  console.log(`${id}: byggd. Titta: ${join(unpacked, "index.html")}  Paket: ${zip}`);
  return true;
}

async function filesOf(course: Course): Promise<Map<string, Buffer>> {
  const parts = partsOf(course);
  const files = new Map<string, Buffer>([
    ...parts.map((part): [string, Buffer] => [part.file, Buffer.from(pageOf(course, part, parts))]),
    ["kurs.css", readFileSync(join(KIT, "player", "course.css"))],
    ["kurs.js", await script()],
    ...course.pictures.map((path): [string, Buffer] => [path, readFileSync(join(course.folder, path))]),
  ]);
  files.set("imsmanifest.xml", Buffer.from(manifestOf(course, parts, [...files.keys()])));
  return files;
}

/** The same for every course, so made once. */
let bundled: Promise<Buffer> | undefined;

function script(): Promise<Buffer> {
  return (bundled ??= bundleScript());
}

async function bundleScript(): Promise<Buffer> {
  const result = await bundle({
    entryPoints: [join(KIT, "player", "main.ts")],
    bundle: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    minify: true,
    write: false,
    logLevel: "error",
  });
  return Buffer.from(result.outputFiles[0]?.contents ?? []);
}

/** Sorted, with a fixed time: the same sources give the same bytes. */
function zipped(files: ReadonlyMap<string, Buffer>): Buffer {
  const entries: Zippable = {};
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    entries[path] = content;
  }
  return Buffer.from(zipSync(entries, { level: 9, mtime: new Date(2026, 0, 1) }));
}

function write(path: string, content: Buffer | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function fingerprint(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesUnder).sort()) {
    hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(path: string): string[] {
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesUnder(join(path, name))) : [path];
}
