import { readFileSync } from "node:fs";
import { basename } from "node:path";

/** Faults found in a course's files, each with file and line, told to the author all at once. */
export class Faults {
  private readonly found: string[] = [];

  add(where: Where, what: string): void {
    this.found.push(`${where.file}:${where.line}: ${what}`);
  }

  get all(): readonly string[] {
    return this.found;
  }
}

export interface Where {
  readonly file: string;
  readonly line: number;
}

export interface Line extends Where {
  readonly text: string;
}

/** A text file taken apart: `key: value` pairs between two `---`, then lines that still know their number. */
export interface Source {
  readonly name: string;
  readonly head: ReadonlyMap<string, string>;
  readonly body: readonly Line[];
}

export function readSource(path: string, faults: Faults): Source {
  return parseSource(readFileSync(path, "utf8"), basename(path), faults);
}

export function parseSource(text: string, name: string, faults: Faults): Source {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line, i): Line => ({ text: line.trimEnd(), file: name, line: i + 1 }));
  if (lines[0]?.text !== "---") {
    return { name, head: new Map(), body: lines };
  }
  const end = lines.findIndex((line, i) => i > 0 && line.text === "---");
  if (end < 0) {
    faults.add({ file: name, line: 1 }, "inledningen börjar med --- men slutar inte med ---");
    return { name, head: new Map(), body: [] };
  }
  return { name, head: pairs(lines.slice(1, end), faults), body: lines.slice(end + 1) };
}

/** Lines of the form `nyckel: värde`. */
export function pairs(lines: readonly Line[], faults: Faults): Map<string, string> {
  const result = new Map<string, string>();
  for (const line of lines.filter(({ text }) => text.trim() !== "")) {
    const found = /^([^:]+):\s*(.*)$/.exec(line.text);
    if (!found) {
      faults.add(line, `väntade ”nyckel: värde” men fick ”${line.text}”`);
    } else if (result.has(found[1] as string)) {
      faults.add(line, `”${found[1]}” står två gånger`);
    } else {
      result.set(found[1] as string, found[2] as string);
    }
  }
  return result;
}

/** The value of a key that must be there. */
export function required(source: Source, key: string, faults: Faults): string {
  const value = source.head.get(key) ?? "";
  if (value === "") {
    faults.add({ file: source.name, line: 1 }, `inledningen saknar ”${key}”`);
  }
  return value;
}

export function refuseUnknownKeys(head: ReadonlyMap<string, string>, known: readonly string[], where: Where, faults: Faults): void {
  for (const key of head.keys()) {
    if (!known.includes(key)) {
      faults.add(where, `okänd nyckel ”${key}”; här kan stå ${known.join(", ")}`);
    }
  }
}

/** What names a screen, an exercise or a question. */
export const ID = /^[a-z][a-z0-9-]*$/;

/** `03-malgrupp.md` is the screen `malgrupp`. */
export function idFrom(fileName: string): string {
  return fileName.replace(/\.md$/, "").replace(/^\d+-/, "");
}

export function numbersIn(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

export function wholeNumber(text: string, least: number, most: number, key: string, where: Where, faults: Faults): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) {
    faults.add(where, `${key} ska vara ett helt tal mellan ${least} och ${most}`);
  }
  return number;
}
