import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { encode, MOST_CHARACTERS, type Reply } from "../player/state.ts";
import { LANGUAGES, textsIn, type Texts } from "../player/texts.ts";
import { parseExercise, type Exercise } from "./exercise.ts";
import { Markup } from "./markup.ts";
import { pairs, readSource, refuseUnknownKeys, required, type Faults, type Line, type Source, type Where } from "./source.ts";

/** A course as its author wrote it, checked. */
export interface Course {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  readonly passMark: number;
  readonly description: string;
  readonly facts: readonly Fact[];
  readonly screens: readonly Screen[];
  readonly test: Test;
  readonly pictures: readonly string[];
  readonly folder: string;
}

/** Something the course must teach; each has at least one screen. */
export interface Fact {
  readonly number: number;
  readonly text: string;
}

export interface Screen {
  readonly id: string;
  readonly title: string;
  /** Set on the first screen of a chapter. */
  readonly chapter?: string;
  readonly facts: readonly number[];
  readonly source: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: "text"; readonly html: string }
  | { readonly kind: "box"; readonly box: Box; readonly title: string; readonly html: string }
  | { readonly kind: "exercise"; readonly exercise: Exercise };

export type Box = "viktigt" | "exempel" | "tal" | "steg" | "kort";

export interface Test {
  readonly id: string;
  readonly title: string;
  readonly chapter?: string;
  readonly introHtml: string;
  readonly questions: readonly Question[];
}

export interface Question {
  readonly exercise: Exercise;
  readonly facts: readonly number[];
  /** Where the answer is taught. */
  readonly screen: string;
}

const BOXES: readonly string[] = ["viktigt", "exempel", "tal", "steg", "kort"] satisfies Box[];
const EXERCISE = "övning";
const ID = /^[a-z][a-z0-9-]*$/;
const WORDS_A_SCREEN = 130;

export function readCourse(folder: string, faults: Faults): Course {
  const head = readSource(join(folder, "kurs.md"), faults);
  const top: Where = { file: head.name, line: 1 };
  refuseUnknownKeys(head.head, ["titel", "version", "språk", "godkänt", "ord per sida"], top, faults);
  const language = required(head, "språk", faults);
  if (!LANGUAGES.includes(language)) {
    faults.add(top, `språk ska vara ${LANGUAGES.join(" eller ")}`);
  }
  const passMark = wholeNumber(required(head, "godkänt", faults), 1, 100, "godkänt", top, faults);
  const mostWords = wholeNumber(head.head.get("ord per sida") ?? String(WORDS_A_SCREEN), 20, 500, "ord per sida", top, faults);
  const texts = textsIn(language);
  const markup = new Markup(folder, texts, faults);
  const facts = readFacts(folder, faults);
  const screens = readScreens(folder, mostWords, markup, texts, faults);
  const test = readTest(folder, markup, faults);
  const course: Course = {
    id: basename(folder),
    title: required(head, "titel", faults),
    version: required(head, "version", faults),
    language,
    passMark,
    description: head.body.map(({ text }) => text).join(" ").trim(),
    facts,
    screens,
    test,
    pictures: [...markup.pictures].sort(),
    folder,
  };
  checkIds(course, faults);
  checkFacts(course, faults);
  checkLinks(course, markup, faults);
  checkStateFits(course, faults);
  return course;
}

function readFacts(folder: string, faults: Faults): Fact[] {
  const path = join(folder, "fakta.txt");
  if (!existsSync(path)) {
    return [];
  }
  const facts: Fact[] = [];
  for (const line of readSource(path, faults).body.filter(({ text }) => text !== "" && !text.startsWith("#"))) {
    const found = /^(\d+)\s+(.+)$/.exec(line.text);
    if (found && !facts.some(({ number }) => number === Number(found[1]))) {
      facts.push({ number: Number(found[1]), text: found[2] as string });
    } else {
      faults.add(line, "väntade ett nummer, som inte använts förut, och sedan vad kursen ska lära ut");
    }
  }
  return facts;
}

function readScreens(folder: string, mostWords: number, markup: Markup, texts: Texts, faults: Faults): Screen[] {
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
  const blocks = readBlocks(source.body, markup, texts, faults);
  const words = blocks.reduce((sum, block) => sum + (block.kind === "exercise" ? 0 : wordsIn(block.html)), 0);
  if (words > mostWords) {
    faults.add(top, `sidan har ${words} ord, mer än ${mostWords}: korta eller dela den`);
  }
  return {
    id: idFrom(source.name),
    title: required(source, "titel", faults),
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
  return { kind: "box", box: name as Box, title: markup.plain(title || (name === "exempel" ? texts.case : "")), html };
}

function readTest(folder: string, markup: Markup, faults: Faults): Test {
  const source = readSource(join(folder, "prov.md"), faults);
  refuseUnknownKeys(source.head, ["titel", "kapitel"], { file: source.name, line: 1 }, faults);
  const starts = source.body.flatMap((line, i) => (line.text.startsWith("## ") ? [i] : []));
  const intro = source.body.slice(0, starts[0] ?? source.body.length);
  const questions = starts.map((start, i) => readQuestion(source.body.slice(start, starts[i + 1]), markup, faults));
  if (questions.length === 0) {
    faults.add({ file: source.name, line: 1 }, "provet har inga frågor (## id)");
  }
  const chapter = source.head.get("kapitel");
  return {
    id: idFrom(source.name),
    title: required(source, "titel", faults),
    ...(chapter !== undefined && { chapter }),
    introHtml: markup.blocks(intro.map(({ text }) => text).join("\n"), { file: source.name, line: 1 }),
    questions: questions.filter((question) => question !== undefined),
  };
}

function readQuestion(lines: readonly Line[], markup: Markup, faults: Faults): Question | undefined {
  const [opening, ...rest] = lines as [Line, ...Line[]];
  const blank = rest.findIndex(({ text }) => text === "");
  const head = pairs(rest.slice(0, Math.max(blank, 0)), faults);
  refuseUnknownKeys(head, ["fakta", "sida"], opening, faults);
  const id = opening.text.slice(3).trim();
  const exercise = parseExercise(id, rest.slice(blank), opening, markup, faults);
  const screen = head.get("sida") ?? "";
  markup.links.push({ to: screen, where: opening });
  return exercise && { exercise, facts: numbersIn(head.get("fakta") ?? ""), screen };
}

/** Every exercise of the course, the test's questions last. */
export function exercisesOf(course: Course): Exercise[] {
  const onScreens = course.screens.flatMap(({ blocks }) => blocks).flatMap((block) => (block.kind === "exercise" ? [block.exercise] : []));
  return [...onScreens, ...course.test.questions.map(({ exercise }) => exercise)];
}

function checkIds(course: Course, faults: Faults): void {
  const seen = new Set<string>();
  for (const { id, where } of exercisesOf(course)) {
    if (!ID.test(id) || seen.has(id)) {
      faults.add(where, `id ”${id}” ska vara eget, med små bokstäver a–z, siffror och bindestreck`);
    }
    seen.add(id);
  }
  const screens = [...course.screens, course.test].map(({ id }) => id);
  for (const id of screens.filter((each, i) => !ID.test(each) || screens.indexOf(each) !== i)) {
    faults.add({ file: id, line: 1 }, "filnamnet efter numret ska vara eget, med små bokstäver a–z, siffror och bindestreck");
  }
}

/** What is listed to be taught is taught, and nothing is claimed that is not listed. */
function checkFacts(course: Course, faults: Faults): void {
  const listed = new Set(course.facts.map(({ number }) => number));
  const taught = new Set(course.screens.flatMap(({ facts }) => facts));
  for (const number of [...listed].filter((each) => !taught.has(each))) {
    faults.add({ file: "fakta.txt", line: 1 }, `punkt ${number} lärs inte ut på någon sida (fakta: ${number})`);
  }
  for (const number of [...taught, ...course.test.questions.flatMap(({ facts }) => facts)].filter((each) => !listed.has(each))) {
    faults.add({ file: "fakta.txt", line: 1 }, `punkt ${number} nämns av en sida eller fråga men står inte i listan`);
  }
}

function checkLinks(course: Course, markup: Markup, faults: Faults): void {
  const screens = new Set([...course.screens, course.test].map(({ id }) => id));
  for (const { to, where } of markup.links.filter((link) => !screens.has(link.to))) {
    faults.add(where, `det finns ingen sida ”${to}”`);
  }
}

/** SCORM 1.2 keeps 4,096 characters: with everything visited and answered the state must still fit. */
function checkStateFits(course: Course, faults: Faults): void {
  const replies = (exercises: readonly Exercise[]): Record<string, Reply> =>
    Object.fromEntries(
      exercises.map(({ id, kind, rev, key, options }) => {
        const longest = kind === "many" ? options.map(({ letter }) => letter).join(",") : key.padEnd(12, "0");
        return [id, { rev, value: longest, done: true }];
      }),
    );
  const questions = course.test.questions.map(({ exercise }) => exercise);
  const fullest = encode({
    screen: course.test.id,
    visited: [...course.screens, course.test].map(({ id }) => id),
    replies: replies(exercisesOf(course).filter((exercise) => !questions.includes(exercise))),
    test: { number: 999, seed: 2 ** 32 - 1, at: 99, replies: replies(questions) },
    best: 100,
    passed: true,
  });
  if (fullest.length > MOST_CHARACTERS) {
    faults.add(
      { file: "kurs.md", line: 1 },
      `allt som ska minnas blir ${fullest.length} tecken, mer än de ${MOST_CHARACTERS} som SCORM 1.2 rymmer: kortare id eller färre övningar`,
    );
  }
}

function idFrom(fileName: string): string {
  return fileName.replace(/\.md$/, "").replace(/^\d+-/, "");
}

function numbersIn(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

function wordsIn(html: string): number {
  return html
    .replace(/<svg[\s\S]*?<\/svg>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word)).length;
}

function wholeNumber(text: string, least: number, most: number, key: string, where: Where, faults: Faults): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) {
    faults.add(where, `${key} ska vara ett helt tal mellan ${least} och ${most}`);
  }
  return number;
}
