import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { isStandard, STANDARDS, type Standard } from "../player/lms.ts";
import { LANGUAGES, textsIn } from "../player/texts.ts";
import { checkCourse } from "./check.ts";
import type { Exercise } from "./exercise.ts";
import { Markup } from "./markup.ts";
import { readTest } from "./quiz.ts";
import { readScreens } from "./screen.ts";
import { readSource, refuseUnknownKeys, required, wholeNumber, type Faults, type Source, type Where } from "./source.ts";

/** A course as its author wrote it, checked. */
export interface Course {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  readonly standard: Standard;
  /** Each chapter is a part of its own, which the learning system lists and starts (SCORM 2004). */
  readonly inParts: boolean;
  readonly passMark: number;
  readonly description: string;
  readonly facts: readonly Fact[];
  readonly screens: readonly Screen[];
  readonly test?: Test;
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
  /** The title with soft hyphens, for the page. */
  readonly titleHtml: string;
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
  readonly titleHtml: string;
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

const KEYS = ["titel", "version", "språk", "standard", "delar", "godkänt", "ord per sida", "avstava"];
const WORDS_A_SCREEN = 130;

export function readCourse(folder: string, faults: Faults): Course {
  const head = readSource(join(folder, "kurs.md"), faults);
  const top: Where = { file: head.name, line: 1 };
  refuseUnknownKeys(head.head, KEYS, top, faults);
  const language = required(head, "språk", faults);
  if (!LANGUAGES.includes(language)) {
    faults.add(top, `språk ska vara ${LANGUAGES.join(" eller ")}`);
  }
  const mostWords = wholeNumber(head.head.get("ord per sida") ?? String(WORDS_A_SCREEN), 20, 500, "ord per sida", top, faults);
  const texts = textsIn(language);
  const markup = new Markup(folder, texts, head.head.get("avstava") ?? "", faults);
  const screens = readScreens(folder, mostWords, markup, texts, faults);
  const test = existsSync(join(folder, "prov.md")) ? readTest(folder, markup, faults) : undefined;
  const course: Course = {
    id: basename(folder),
    title: required(head, "titel", faults),
    version: required(head, "version", faults),
    language,
    ...standardOf(head, faults),
    passMark: test ? wholeNumber(required(head, "godkänt", faults), 1, 100, "godkänt", top, faults) : 0,
    description: head.body.map(({ text }) => text).join(" ").trim(),
    facts: readFacts(folder, faults),
    screens,
    ...(test && { test }),
    pictures: [...markup.pictures].sort(),
    folder,
  };
  checkCourse(course, markup, faults);
  return course;
}

function standardOf({ head, name }: Source, faults: Faults): Pick<Course, "standard" | "inParts"> {
  const top: Where = { file: name, line: 1 };
  const standard = head.get("standard") ?? "1.2";
  if (!isStandard(standard)) {
    faults.add(top, `standard ska vara ${STANDARDS.join(" eller ")}`);
  }
  const parts = head.get("delar") ?? "nej";
  if (parts !== "ja" && parts !== "nej") {
    faults.add(top, "delar ska vara ja eller nej");
  }
  if (parts === "ja" && standard !== "2004") {
    faults.add(top, "delar: ja kräver standard: 2004");
  }
  return { standard: isStandard(standard) ? standard : "1.2", inParts: parts === "ja" };
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
