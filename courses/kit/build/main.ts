import { cpSync, existsSync, watch } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { KIT, makeAll, type Places } from "./make.ts";
import { ID } from "./source.ts";

/**
 * The command: builds the courses (`--courses`, `--out`, `--work` say where); `--ny NAMN` first makes a new one from the
 * template, `--bevaka` goes on and builds again whenever a file is saved.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      courses: { type: "string" },
      out: { type: "string" },
      work: { type: "string" },
      ny: { type: "string" },
      bevaka: { type: "boolean" },
    },
  });
  const courses = resolve(values.courses ?? join(KIT, ".."));
  const built = join(courses, "target", "courses");
  const places: Places = { courses, out: resolve(values.out ?? built), work: resolve(values.work ?? built) };
  if (values.ny !== undefined && !begin(values.ny, courses)) {
    process.exitCode = 1;
    return;
  }
  if (!(await makeAll(places)) && !values.bevaka) {
    process.exitCode = 1;
  }
  if (values.bevaka) {
    keepMaking(places);
  }
}

/** A new course from the template, never over one that is there. */
function begin(name: string, courses: string): boolean {
  const folder = join(courses, name);
  if (!ID.test(name) || existsSync(folder)) {
    console.error(`”${name}” går inte: välj ett eget namn med små bokstäver a–z, siffror och bindestreck`);
    return false;
  }
  cpSync(join(KIT, "mall"), folder, { recursive: true });
  console.log(`${name}: ny kurs i ${folder}`);
  return true;
}

/** Editors save in several steps: waits until it has been quiet for a moment. */
const QUIET_MS = 200;

function keepMaking(places: Places): void {
  let waiting: NodeJS.Timeout | undefined;
  console.log("Bygger om när du sparar. Avsluta med Ctrl-C.");
  watch(places.courses, { recursive: true }, (_, file) => {
    if (file === null || /^(target|kit|src)\b/.test(file) || file.includes("node_modules")) {
      return;
    }
    clearTimeout(waiting);
    waiting = setTimeout(() => void makeAll(places), QUIET_MS);
  });
}

await main();
