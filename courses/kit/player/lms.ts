import type { Kind } from "./answers.ts";

/** What the course needs of the learning system around it, whichever standard it speaks. */
export interface Session {
  readonly location: string;
  readonly suspendData: string;
  readonly alreadyPassed: boolean;
  /** Says everything again and commits. False when the system did not take all of it. */
  save(progress: Progress): boolean;
  /** Notes one answered test question; it leaves with the next save. */
  record(interaction: Interaction): boolean;
  /** Whether the system would take the learner to this part now. */
  offers(part: Destination): boolean;
  /** Ends this part and asks for that one. */
  goTo(part: Destination): void;
  finish(): void;
}

export type Outcome = "incomplete" | "completed" | "failed" | "passed";

export interface Progress {
  readonly location: string;
  readonly suspendData: string;
  readonly outcome: Outcome;
  /** Share of the pages that have been opened, 0 to 1. */
  readonly read: number;
  /** Percent, once a test has been finished. */
  readonly score?: number;
}

export interface Interaction {
  readonly id: string;
  readonly kind: Kind;
  readonly question: string;
  /** Response and key in our own notation, see answers.ts. */
  readonly response: string;
  readonly key: string;
  readonly right: boolean;
  readonly shown: Date;
  readonly answered: Date;
  /** What the question is about: ids of the course's facts. */
  readonly objectives: readonly string[];
}

/** The next part, or one by its item in the manifest. */
export type Destination = "next" | { readonly item: string };

export const STANDARDS = ["1.2", "2004"] as const;
export type Standard = (typeof STANDARDS)[number];

export function isStandard(text: string): text is Standard {
  return (STANDARDS as readonly string[]).includes(text);
}

/** Calls a setter for every pair, also after one was refused. True when all were taken. */
export function setAll(set: (name: string, value: string) => string | boolean, values: readonly (readonly [string, string])[]): boolean {
  return values.map(([name, value]) => isTrue(set(name, value))).every((taken) => taken);
}

/** Learning systems answer "true", but some answer true. */
export function isTrue(answer: string | boolean): boolean {
  return String(answer) === "true";
}

export function padded(number: number, digits = 2): string {
  return String(number).padStart(digits, "0");
}
