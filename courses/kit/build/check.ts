import { encode, MOST_CHARACTERS, type Reply } from "../player/state.ts";
import type { Block, Course } from "./course.ts";
import type { Exercise } from "./exercise.ts";
import type { Markup } from "./markup.ts";
import { partsOf, type Part } from "./parts.ts";
import { ID, type Faults } from "./source.ts";

/** What can only be checked when the whole course has been read. */
export function checkCourse(course: Course, markup: Markup, faults: Faults): void {
  checkIds(course, faults);
  checkFacts(course, faults);
  checkParts(course, faults);
  checkLinks(course, markup, faults);
  for (const part of partsOf(course)) {
    checkStateFits(part, faults);
  }
}

/** Every exercise on the way, not the test's questions. */
export function practiceOf({ screens }: Pick<Course, "screens">): Exercise[] {
  const blocks: Block[] = screens.flatMap((screen) => screen.blocks);
  return blocks.flatMap((block) => (block.kind === "exercise" ? [block.exercise] : []));
}

/** The test's questions. */
export function questionsOf({ test }: Pick<Course, "test">): Exercise[] {
  return (test?.questions ?? []).map(({ exercise }) => exercise);
}

function screenIds({ screens, test }: Pick<Course, "screens" | "test">): string[] {
  return [...screens, ...(test ? [test] : [])].map(({ id }) => id);
}

function checkIds(course: Course, faults: Faults): void {
  const seen = new Set<string>();
  for (const { id, where } of [...practiceOf(course), ...questionsOf(course)]) {
    if (!ID.test(id) || seen.has(id)) {
      faults.add(where, `id ”${id}” ska vara eget, med små bokstäver a–z, siffror och bindestreck`);
    }
    seen.add(id);
  }
  const screens = screenIds(course);
  for (const id of screens.filter((each, i) => !ID.test(each) || screens.indexOf(each) !== i)) {
    faults.add({ file: id, line: 1 }, "filnamnet efter numret ska vara eget, med små bokstäver a–z, siffror och bindestreck");
  }
}

/** What is listed to be taught is taught, and nothing is claimed that is not listed. */
function checkFacts(course: Course, faults: Faults): void {
  const listed = new Set(course.facts.map(({ number }) => number));
  const taught = new Set(course.screens.flatMap(({ facts }) => facts));
  const asked = course.test?.questions.flatMap(({ facts }) => facts) ?? [];
  for (const number of [...listed].filter((each) => !taught.has(each))) {
    faults.add({ file: "fakta.txt", line: 1 }, `punkt ${number} lärs inte ut på någon sida (fakta: ${number})`);
  }
  for (const number of new Set([...taught, ...asked].filter((each) => !listed.has(each)))) {
    faults.add({ file: "fakta.txt", line: 1 }, `punkt ${number} nämns av en sida eller fråga men står inte i listan`);
  }
}

function checkParts(course: Course, faults: Faults): void {
  if (course.inParts && course.screens[0]?.chapter === undefined) {
    faults.add({ file: "kurs.md", line: 1 }, "delar: ja kräver att den första sidan har ett kapitel");
  }
}

/** A text leads to a page of its own part, since only the learning system opens another; a question to any page. */
function checkLinks(course: Course, markup: Markup, faults: Faults): void {
  const parts = partsOf(course).map(screenIds);
  for (const { to, from, where } of markup.links) {
    const own = parts.find((ids) => ids.includes(from)) ?? [];
    if (!screenIds(course).includes(to)) {
      faults.add(where, `det finns ingen sida ”${to}”`);
    } else if (!own.includes(to)) {
      faults.add(where, `sidan ”${to}” ligger i en annan del; skriv dess titel i stället för en länk`);
    }
  }
  for (const { exercise, screen } of course.test?.questions ?? []) {
    if (screen !== "" && !course.screens.some(({ id }) => id === screen)) {
      faults.add(exercise.where, `det finns ingen sida ”${screen}”`);
    }
  }
}

/** SCORM 1.2 keeps 4,096 characters: with everything visited and answered the state must still fit. */
function checkStateFits(part: Part, faults: Faults): void {
  const ids = screenIds(part);
  const fullest = encode({
    screen: ids.at(-1) ?? "",
    visited: ids,
    replies: longestReplies(practiceOf(part)),
    ...(part.test && { test: { number: 999, seed: 2 ** 32 - 1, at: 99, replies: longestReplies(questionsOf(part)) }, best: 100 }),
    passed: true,
  });
  if (fullest.length > MOST_CHARACTERS) {
    faults.add(
      { file: "kurs.md", line: 1 },
      `allt som ska minnas blir ${fullest.length} tecken, mer än de ${MOST_CHARACTERS} som SCORM 1.2 rymmer: kortare id eller färre övningar`,
    );
  }
}

function longestReplies(exercises: readonly Exercise[]): Record<string, Reply> {
  return Object.fromEntries(
    exercises.map(({ id, kind, rev, key, options }) => {
      const longest = kind === "many" ? options.map(({ letter }) => letter).join(",") : key.padEnd(12, "0");
      return [id, { rev, value: longest, done: true }];
    }),
  );
}
