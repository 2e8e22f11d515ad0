// What Maven runs: installs the locked packages when the lock file has changed, then builds the courses.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const kit = dirname(fileURLToPath(import.meta.url));
const lock = readFileSync(join(kit, "package-lock.json"), "utf8");
const stamp = join(kit, "node_modules", ".installed-lock");
const run = (command, args) => execFileSync(command, args, { cwd: kit, stdio: ["ignore", "inherit", "inherit"] });

try {
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
    run("npm", ["ci", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"]);
    writeFileSync(stamp, lock);
  }
  run(process.execPath, ["--import", "tsx", join("build", "main.ts"), ...process.argv.slice(2)]);
} catch (failed) {
  // The command has said what was wrong on its own output; only its exit code is left to pass on.
  if (typeof failed.status !== "number") {
    throw failed;
  }
  process.exitCode = failed.status;
}
