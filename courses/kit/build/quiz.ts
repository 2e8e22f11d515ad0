import { join } from "node:path";
import type { Question, Test } from "./course.ts";
import { parseExercise } from "./exercise.ts";
import type { Markup } from "./markup.ts";
import { idFrom, numbersIn, pairs, readSource, refuseUnknownKeys, required, type Faults, type Line } from "./source.ts";

/** The final test, `prov.md`: an introduction, then a question for each `## id`. */
export function readTest(folder: string, markup: Markup, faults: Faults): Test {
  const source = readSource(join(folder, "prov.md"), faults);
  refuseUnknownKeys(source.head, ["titel", "kapitel"], { file: source.name, line: 1 }, faults);
  const starts = source.body.flatMap((line, i) => (line.text.startsWith("## ") ? [i] : []));
  const intro = source.body.slice(0, starts[0] ?? source.body.length);
  const questions = starts.map((start, i) => readQuestion(source.body.slice(start, starts[i + 1]), markup, faults));
  if (questions.length === 0) {
    faults.add({ file: source.name, line: 1 }, "provet har inga frågor (## id)");
  }
  const chapter = source.head.get("kapitel");
  const title = required(source, "titel", faults);
  return {
    id: idFrom(source.name),
    title,
    titleHtml: markup.title(title),
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
  if (screen === "") {
    faults.add(opening, `frågan ”${id}” saknar ”sida”: id för den sida som lär ut svaret`);
  }
  return exercise && { exercise, facts: numbersIn(head.get("fakta") ?? ""), screen };
}
