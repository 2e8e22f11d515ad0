/** The SCORM 1.2 API as the learning system offers it: every value a string. */
export interface Scorm12Api {
  LMSInitialize(nothing: ""): string | boolean;
  LMSFinish(nothing: ""): string | boolean;
  LMSGetValue(name: string): string;
  LMSSetValue(name: string, value: string): string | boolean;
  LMSCommit(nothing: ""): string | boolean;
}

export type Status = "incomplete" | "failed" | "passed";

export interface Progress {
  readonly location: string;
  readonly suspendData: string;
  readonly status: Status;
  /** Percent, once a test has been finished. */
  readonly score?: number;
}

export interface Interaction {
  readonly id: string;
  readonly type: string;
  readonly response: string;
  readonly key: string;
  readonly right: boolean;
  readonly at: Date;
  readonly latencyMs: number;
}

const FARTHEST_FRAME = 20;

/** The API of the nearest frame around the course, else of the window that opened it. */
export function findApi(start: Window): Scorm12Api | undefined {
  return inFramesAround(start) ?? (start.opener ? inFramesAround(start.opener as Window) : undefined);
}

function inFramesAround(start: Window): Scorm12Api | undefined {
  let frame = start;
  for (let depth = 0; depth < FARTHEST_FRAME; depth++) {
    const api = apiOf(frame);
    if (api || frame.parent === frame) {
      return api;
    }
    frame = frame.parent;
  }
  return undefined;
}

function apiOf(frame: Window): Scorm12Api | undefined {
  try {
    return (frame as Window & { API?: Scorm12Api }).API;
  } catch (foreign) {
    // A frame of another origin: there is no API for us in it, nor can we look past what it hides.
    if (foreign instanceof DOMException) {
      return undefined;
    }
    throw foreign;
  }
}

/** One session with the learning system, from LMSInitialize to LMSFinish. */
export class Session {
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

  /** Undefined when the learning system refuses; then nothing can be saved. */
  static begin(api: Scorm12Api, now: () => number): Session | undefined {
    return isTrue(api.LMSInitialize("")) ? new Session(api, now) : undefined;
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

  /** Says everything again and commits. False when the system did not take all of it. */
  save(progress: Progress): boolean {
    if (!this.open) {
      return false;
    }
    const values: [string, string][] = [
      ["cmi.core.lesson_location", progress.location],
      ["cmi.suspend_data", progress.suspendData],
      ["cmi.core.lesson_status", progress.status],
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

  /** Notes one answered test question; it leaves with the next save. */
  record(interaction: Interaction): boolean {
    if (!this.open) {
      return false;
    }
    const name = `cmi.interactions.${this.interactions++}`;
    return this.setAll([
      [`${name}.id`, interaction.id],
      [`${name}.type`, interaction.type],
      [`${name}.time`, clockTime(interaction.at)],
      [`${name}.weighting`, "1"],
      [`${name}.correct_responses.0.pattern`, interaction.key],
      [`${name}.student_response`, interaction.response],
      [`${name}.result`, interaction.right ? "correct" : "wrong"],
      [`${name}.latency`, timespan(interaction.latencyMs)],
    ]);
  }

  finish(): void {
    if (this.open) {
      this.open = false;
      this.api.LMSFinish("");
    }
  }

  private setAll(values: readonly [string, string][]): boolean {
    return values.map(([name, value]) => isTrue(this.api.LMSSetValue(name, value))).every((taken) => taken);
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

function padded(number: number, digits = 2): string {
  return String(number).padStart(digits, "0");
}

// Learning systems answer "true", but some answer true.
function isTrue(answer: string | boolean): boolean {
  return String(answer) === "true";
}
