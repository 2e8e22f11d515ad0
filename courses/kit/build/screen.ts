import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Texts } from "../player/texts.ts";
import type { Block, Box, Screen } from "./course.ts";
import { parseExercise } from "./exercise.ts";
import type { Markup } from "./markup.ts";
import { ID, idFrom, numbersIn, readSource, refuseUnknownKeys, required, type Faults, type Line, type Source, type Where } from "./source.ts";

const BOXES: readonly string[] = ["viktigt", "exempel", "tal", "steg", "kort"] satisfies Box[];
const EXERCISE = "övning";

/** The screens of `sidor/`, in the order of their file names. */
export function readScreens(folder: string, mostWords: number, markup: Markup, texts: Texts, faults: Faults): Screen[] {
  const files = markdownIn(join(folder, "sidor"));
  if (files.length === 0) {
    faults.add({ file: "sidor", line: 1 }, "mappen sidor/ saknas eller har inga sidor (01-namn.md)");
  }
  return files.map((file) => readScreen(readSource(file, faults), mostWords, markup, texts, faults));
}

function markdownIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => join(folder, name));
}

function readScreen(source: Source, mostWords: number, markup: Markup, texts: Texts, faults: Faults): Screen {
  const top: Where = { file: source.name, line: 1 };
  refuseUnknownKeys(source.head, ["titel", "kapitel", "fakta", "källa"], top, faults);
  const chapter = source.head.get("kapitel");
  const title = required(source, "titel", faults);
  const blocks = readBlocks(source.body, markup, texts, faults);
  const words = blocks.reduce((sum, block) => sum + (block.kind === "exercise" ? 0 : wordsIn(block.html)), 0);
  if (words > mostWords) {
    faults.add(top, `sidan har ${words} ord, mer än ${mostWords}: korta eller dela den`);
  }
  return {
    id: idFrom(source.name),
    title,
    titleHtml: markup.title(title),
    ...(chapter !== undefined && { chapter }),
    facts: numbersIn(source.head.get("fakta") ?? ""),
    source: source.head.get("källa") ?? "",
    blocks,
  };
}

/** Text runs as it stands; `::: namn rubrik` opens a box or an exercise and `:::` closes it. */
function readBlocks(lines: readonly Line[], markup: Markup, texts: Texts, faults: Faults): Block[] {
  const blocks: Block[] = [];
  let text: Line[] = [];
  const flush = () => {
    const html = markup.blocks(text.map((line) => line.text).join("\n"), text[0] ?? { file: "", line: 1 });
    if (html !== "") {
      blocks.push({ kind: "text", html });
    }
    text = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (/^#\s/.test(line.text)) {
      faults.add(line, "sidans rubrik står som titel i inledningen; skriv mellanrubriker med ##");
    }
    if (!line.text.startsWith(":::")) {
      text.push(line);
      continue;
    }
    flush();
    const end = lines.findIndex((later, j) => j > i && later.text.trim() === ":::");
    if (end < 0) {
      faults.add(line, "rutan slutar aldrig: skriv ::: på en egen rad");
      return blocks;
    }
    const block = readBox(line, lines.slice(i + 1, end), markup, texts, faults);
    if (block) {
      blocks.push(block);
    }
    i = end;
  }
  flush();
  return blocks;
}

function readBox(opening: Line, inside: readonly Line[], markup: Markup, texts: Texts, faults: Faults): Block | undefined {
  const [name = "", ...rest] = opening.text.slice(3).trim().split(/\s+/);
  const title = rest.join(" ");
  if (name === EXERCISE) {
    if (!ID.test(title)) {
      faults.add(opening, `ge övningen ett id: ::: ${EXERCISE} mitt-id (små bokstäver a–z, siffror, bindestreck)`);
    }
    const exercise = parseExercise(title, inside, opening, markup, faults);
    return exercise && { kind: "exercise", exercise };
  }
  if (!BOXES.includes(name)) {
    faults.add(opening, `okänd ruta ”${name}”; det finns ${[...BOXES, EXERCISE].join(", ")}`);
    return undefined;
  }
  const html = markup.blocks(inside.map(({ text }) => text).join("\n"), opening);
  return { kind: "box", box: name as Box, title: markup.title(title || (name === "exempel" ? texts.case : "")), html };
}

function wordsIn(html: string): number {
  return html
    .replace(/<svg[\s\S]*?<\/svg>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word)).length;
}
