import type { Kind } from "./answers.ts";
import { isTrue, padded, setAll, type Interaction, type Progress, type Session } from "./lms.ts";

/** The SCORM 1.2 API as the learning system offers it: every value a string. */
export interface Scorm12Api {
  LMSInitialize(nothing: ""): string | boolean;
  LMSFinish(nothing: ""): string | boolean;
  LMSGetValue(name: string): string;
  LMSSetValue(name: string, value: string): string | boolean;
  LMSCommit(nothing: ""): string | boolean;
}

const TYPE: Record<Kind, string> = { one: "choice", many: "choice", order: "sequencing", match: "matching", number: "numeric" };

/** One session of a SCORM 1.2 course, from LMSInitialize to LMSFinish. A course of 1.2 has one part: there is nowhere to go. */
export class Scorm12 implements Session {
  private interactions: number;
  private open = true;

  private readonly api: Scorm12Api;
  private readonly started: number;
  private readonly now: () => number;

  private constructor(api: Scorm12Api, now: () => number) {
    this.api = api;
    this.now = now;
    this.started = now();
    this.interactions = Number(api.LMSGetValue("cmi.interactions._count")) || 0;
  }

  static begin(api: Scorm12Api, now: () => number): Scorm12 | undefined {
    return isTrue(api.LMSInitialize("")) ? new Scorm12(api, now) : undefined;
  }

  get location(): string {
    return this.api.LMSGetValue("cmi.core.lesson_location");
  }

  get suspendData(): string {
    return this.api.LMSGetValue("cmi.suspend_data");
  }

  get alreadyPassed(): boolean {
    return this.api.LMSGetValue("cmi.core.lesson_status") === "passed";
  }

  save(progress: Progress): boolean {
    if (!this.open) {
      return false;
    }
    const values: [string, string][] = [
      ["cmi.core.lesson_location", progress.location],
      ["cmi.suspend_data", progress.suspendData],
      ["cmi.core.lesson_status", progress.outcome],
      ["cmi.core.session_time", timespan(this.now() - this.started)],
      ["cmi.core.exit", "suspend"],
    ];
    if (progress.score !== undefined) {
      values.push(
        ["cmi.core.score.min", "0"],
        ["cmi.core.score.max", "100"],
        ["cmi.core.score.raw", String(progress.score)],
      );
    }
    return this.setAll(values) && isTrue(this.api.LMSCommit(""));
  }

  record(interaction: Interaction): boolean {
    if (!this.open) {
      return false;
    }
    const name = `cmi.interactions.${this.interactions++}`;
    return this.setAll([
      [`${name}.id`, interaction.id],
      [`${name}.type`, TYPE[interaction.kind]],
      ...interaction.objectives.map((id, i): [string, string] => [`${name}.objectives.${i}.id`, id]),
      [`${name}.time`, clockTime(interaction.answered)],
      [`${name}.weighting`, "1"],
      [`${name}.correct_responses.0.pattern`, interaction.key],
      [`${name}.student_response`, interaction.response],
      [`${name}.result`, interaction.right ? "correct" : "wrong"],
      [`${name}.latency`, timespan(interaction.answered.getTime() - interaction.shown.getTime())],
    ]);
  }

  offers(): boolean {
    return false;
  }

  goTo(): void {
    throw new Error("a SCORM 1.2 course has one part");
  }

  finish(): void {
    if (this.open) {
      this.open = false;
      this.api.LMSFinish("");
    }
  }

  private setAll(values: readonly [string, string][]): boolean {
    return setAll((name, value) => this.api.LMSSetValue(name, value), values);
  }
}

/** CMITimespan: HHHH:MM:SS.SS. */
export function timespan(milliseconds: number): string {
  const hundredths = Math.max(0, Math.floor(milliseconds / 10));
  const seconds = Math.floor(hundredths / 100);
  const hours = Math.min(9999, Math.floor(seconds / 3600));
  return `${padded(hours, 4)}:${padded(Math.floor(seconds / 60) % 60)}:${padded(seconds % 60)}.${padded(hundredths % 100)}`;
}

/** CMITime: the learner's own clock, HH:MM:SS. */
export function clockTime(at: Date): string {
  return `${padded(at.getHours())}:${padded(at.getMinutes())}:${padded(at.getSeconds())}`;
}
