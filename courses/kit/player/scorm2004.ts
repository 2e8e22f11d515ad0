import type { Kind } from "./answers.ts";
import { isTrue, setAll, type Destination, type Interaction, type Progress, type Session } from "./lms.ts";

/** The SCORM 2004 API as the learning system offers it. */
export interface Scorm2004Api {
  Initialize(nothing: ""): string | boolean;
  Terminate(nothing: ""): string | boolean;
  GetValue(name: string): string;
  SetValue(name: string, value: string): string | boolean;
  Commit(nothing: ""): string | boolean;
}

const TYPE: Record<Kind, string> = { one: "choice", many: "choice", order: "sequencing", match: "matching", number: "numeric" };

/** Every system must keep this much of a question (RTE 4th edition §4.2.9.1); more is not worth a refusal. */
const MOST_OF_A_QUESTION = 230;

/** One session of a part, from Initialize to Terminate. */
export class Scorm2004 implements Session {
  private interactions: number;
  private open = true;

  private readonly api: Scorm2004Api;
  private readonly started: number;
  private readonly now: () => number;

  private constructor(api: Scorm2004Api, now: () => number) {
    this.api = api;
    this.now = now;
    this.started = now();
    this.interactions = Number(api.GetValue("cmi.interactions._count")) || 0;
  }

  static begin(api: Scorm2004Api, now: () => number): Scorm2004 | undefined {
    return isTrue(api.Initialize("")) ? new Scorm2004(api, now) : undefined;
  }

  get location(): string {
    return this.api.GetValue("cmi.location");
  }

  get suspendData(): string {
    return this.api.GetValue("cmi.suspend_data");
  }

  get alreadyPassed(): boolean {
    return this.api.GetValue("cmi.success_status") === "passed";
  }

  save(progress: Progress): boolean {
    if (!this.open) {
      return false;
    }
    const { outcome, score } = progress;
    const values: [string, string][] = [
      ["cmi.location", progress.location],
      ["cmi.suspend_data", progress.suspendData],
      ["cmi.completion_status", outcome === "incomplete" ? "incomplete" : "completed"],
      ["cmi.progress_measure", fraction(progress.read)],
      ["cmi.session_time", duration(this.now() - this.started)],
      ["cmi.exit", "suspend"],
    ];
    if (score !== undefined) {
      values.push(
        ["cmi.score.min", "0"],
        ["cmi.score.max", "100"],
        ["cmi.score.raw", String(score)],
        ["cmi.score.scaled", fraction(score / 100)],
      );
    }
    if (outcome === "passed" || outcome === "failed") {
      values.push(["cmi.success_status", outcome]);
    }
    return this.setAll(values) && isTrue(this.api.Commit(""));
  }

  record(interaction: Interaction): boolean {
    if (!this.open) {
      return false;
    }
    const { kind, shown, answered } = interaction;
    const name = `cmi.interactions.${this.interactions++}`;
    return this.setAll([
      [`${name}.id`, interaction.id],
      [`${name}.type`, TYPE[kind]],
      ...interaction.objectives.map((id, i): [string, string] => [`${name}.objectives.${i}.id`, id]),
      [`${name}.timestamp`, moment(shown)],
      [`${name}.weighting`, "1"],
      [`${name}.correct_responses.0.pattern`, kind === "number" ? `${interaction.key}[:]${interaction.key}` : delimited(interaction.key)],
      [`${name}.learner_response`, kind === "number" ? interaction.response : delimited(interaction.response)],
      [`${name}.result`, interaction.right ? "correct" : "incorrect"],
      [`${name}.latency`, duration(answered.getTime() - shown.getTime())],
      [`${name}.description`, interaction.question.slice(0, MOST_OF_A_QUESTION)],
    ]);
  }

  offers(part: Destination): boolean {
    return this.open && isTrue(this.api.GetValue(`adl.nav.request_valid.${part === "next" ? "continue" : `choice.{target=${part.item}}`}`));
  }

  goTo(part: Destination): void {
    this.api.SetValue("adl.nav.request", part === "next" ? "continue" : `{target=${part.item}}choice`);
    this.finish();
  }

  finish(): void {
    if (this.open) {
      this.open = false;
      this.api.Terminate("");
    }
  }

  private setAll(values: readonly [string, string][]): boolean {
    return setAll((name, value) => this.api.SetValue(name, value), values);
  }
}

/** timeinterval(second,10,2): PT1H2M3.45S. */
export function duration(milliseconds: number): string {
  const hundredths = Math.max(0, Math.floor(milliseconds / 10));
  const seconds = Math.floor(hundredths / 100);
  return `PT${Math.floor(seconds / 3600)}H${Math.floor(seconds / 60) % 60}M${seconds % 60}.${String(hundredths % 100).padStart(2, "0")}S`;
}

/** time(second,10,2) in UTC: a time zone may only follow a fraction of a second. */
export function moment(at: Date): string {
  return at.toISOString().replace(/\dZ$/, "Z");
}

/** Our `a,c` and `1.b,2.a` with the delimiters of 2004: `a[,]c`, `1[.]b[,]2[.]a`. */
function delimited(value: string): string {
  return value.replaceAll(",", "[,]").replaceAll(".", "[.]");
}

function fraction(share: number): string {
  return String(Math.round(share * 10_000) / 10_000);
}
