import type { Course, Screen, Test } from "./course.ts";

/** What the learning system starts and follows by itself (a SCO), with a page of its own. */
export interface Part {
  /** The item in the manifest, by which content can ask to be taken there. */
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly screens: readonly Screen[];
  readonly test?: Test;
}

/** A whole course in one part, or each chapter in one and the test in the last. */
export function partsOf(course: Course): Part[] {
  if (!course.inParts) {
    const { screens, test, title } = course;
    return [{ id: `${course.id}-1`, title, file: "index.html", screens, ...(test && { test }) }];
  }
  const parts = chaptersOf(course.screens).map(({ title, screens }): Part => ({ ...named(screens[0]?.id ?? "", title), screens }));
  if (course.test) {
    parts.push({ ...named(course.test.id, course.test.chapter ?? course.test.title), screens: [], test: course.test });
  }
  return parts.map((part, i) => (i === 0 ? { ...part, file: "index.html" } : part));
}

export interface Chapter {
  readonly title: string;
  readonly screens: readonly Screen[];
}

/** A screen with a chapter begins one; screens before the first have none. */
export function chaptersOf(screens: readonly Screen[]): Chapter[] {
  const chapters: { title: string; screens: Screen[] }[] = [];
  for (const screen of screens) {
    if (screen.chapter !== undefined || chapters.length === 0) {
      chapters.push({ title: screen.chapter ?? "", screens: [] });
    }
    chapters.at(-1)?.screens.push(screen);
  }
  return chapters;
}

function named(first: string, title: string): Pick<Part, "id" | "title" | "file"> {
  return { id: `del-${first}`, title, file: `${first}.html` };
}
