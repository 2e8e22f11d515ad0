import { isRight, percent } from "./answers.ts";
import { all, element, one } from "./dom.ts";
import { ExerciseView, type Listener } from "./exercise.ts";
import type { Interaction } from "./lms.ts";
import type { Place } from "./parts.ts";
import { shuffled } from "./shuffle.ts";
import type { Reply, State, TestRun } from "./state.ts";
import type { Texts } from "./texts.ts";

/** What the test needs of the course around it. */
export interface Surroundings {
  readonly texts: Texts;
  state(): State;
  change(state: State): void;
  record(interaction: Interaction): void;
  unread(): readonly Place[];
  linkTo(place: Place): HTMLElement;
}

interface Question {
  readonly view: ExerciseView;
  readonly box: HTMLElement;
}

/** After so many failed tries the course suggests to ask somebody. It never locks anyone out. */
const TRIES_BEFORE_HELP = 3;

/** The final test: one question at a time in the run's own order, then the result. */
export class TestView implements Listener {
  private readonly article: HTMLElement;
  private readonly around: Surroundings;
  private readonly questions: readonly Question[];
  private readonly heading: HTMLElement;
  private readonly passMark: number;
  private shown = new Date();

  constructor(article: HTMLElement, around: Surroundings) {
    this.article = article;
    this.around = around;
    this.heading = one("h1", article);
    this.passMark = Number(article.dataset["pass"]);
    this.questions = all("[data-question]", article).map((box) => ({
      box,
      view: new ExerciseView(one("[data-exercise]", box), around.texts, this),
    }));
    one("[data-start]", article).addEventListener("click", () => this.start());
  }

  get exercises(): readonly ExerciseView[] {
    return this.questions.map(({ view }) => view);
  }

  /** Shows where the learner is in the test: before it, at a question, or after it. */
  show(): void {
    const run = this.around.state().test;
    const questions = run ? this.order(run) : [];
    const current = run && run.at < questions.length ? questions[run.at] : undefined;
    for (const { box } of this.questions) {
      box.hidden = box !== current?.box;
    }
    one("[data-intro]", this.article).hidden = run !== undefined;
    one("[data-result]", this.article).hidden = run === undefined || current !== undefined;
    if (run && current) {
      this.showQuestion(current, run, questions.length);
    } else if (run) {
      this.showResult(run);
    } else {
      this.showIntro();
    }
  }

  chosen(exercise: ExerciseView, reply: Reply): void {
    this.keep(exercise, reply);
  }

  answered(exercise: ExerciseView, reply: Reply, right: boolean): void {
    const box = this.questions.find(({ view }) => view === exercise)?.box;
    this.around.record({
      id: exercise.id,
      kind: exercise.kind,
      question: exercise.question,
      response: reply.value,
      key: exercise.key,
      right,
      shown: this.shown,
      answered: new Date(),
      objectives: (box?.dataset["facts"] ?? "").split(" ").filter((fact) => fact !== "").map((fact) => `fakta-${fact}`),
    });
    this.keep(exercise, reply);
  }

  proceed(): void {
    const { test, ...rest } = this.around.state();
    if (test) {
      this.around.change({ ...rest, test: { ...test, at: test.at + 1 } });
      this.show();
      this.focusHeading();
    }
  }

  proceedLabel(exercise: ExerciseView): string {
    const { test } = this.around.state();
    const last = test && this.order(test).at(-1)?.view === exercise;
    return last ? this.around.texts.seeResult : this.around.texts.nextQuestion;
  }

  private start(): void {
    const state = this.around.state();
    const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    this.around.change({ ...state, test: { number: (state.test?.number ?? 0) + 1, seed, at: 0, replies: {} } });
    this.show();
    this.focusHeading();
  }

  /** Keeps a reply; when it was the last one missing, the score follows at once, before anything can be lost. */
  private keep(exercise: ExerciseView, reply: Reply): void {
    const state = this.around.state();
    if (!state.test) {
      return;
    }
    const test: TestRun = { ...state.test, replies: { ...state.test.replies, [exercise.id]: reply } };
    if (this.questions.some(({ view }) => !test.replies[view.id]?.done)) {
      this.around.change({ ...state, test });
      return;
    }
    const score = percent(this.right(test).length, this.questions.length);
    this.around.change({
      ...state,
      test,
      best: Math.max(score, state.best ?? 0),
      passed: state.passed || score >= this.passMark,
    });
  }

  private showIntro(): void {
    this.title(this.heading.dataset["title"] ?? "");
    const unread = this.around.unread();
    const list = one("[data-unread]", this.article);
    list.hidden = unread.length === 0;
    one("ul", list).replaceChildren(...unread.map((place) => element("li", "", this.around.linkTo(place))));
  }

  private showQuestion({ view }: Question, run: TestRun, total: number): void {
    this.title(this.around.texts.question(run.at + 1, total));
    view.deal(run.seed);
    view.show(run.replies[view.id]);
    this.shown = new Date();
  }

  private showResult(run: TestRun): void {
    const { texts } = this.around;
    const right = this.right(run);
    const total = this.questions.length;
    const score = percent(right.length, total);
    const passed = score >= this.passMark;
    const everPassed = this.around.state().passed;
    this.title(passed ? texts.passedTitle : texts.failedTitle);
    const wrong = this.questions.filter((question) => !right.includes(question));
    const retake = element("button", passed ? "button" : "button primary", texts.retake);
    retake.type = "button";
    retake.addEventListener("click", () => this.start());
    one("[data-result]", this.article).replaceChildren(
      element("p", `result ${passed ? "good" : "bad"}`, texts.result(right.length, total, score)),
      element("p", "", passed ? texts.passedText : texts.failedText(this.passMark)),
      ...(!passed && everPassed ? [element("p", "", texts.stillPassed)] : []),
      ...(!everPassed && run.number >= TRIES_BEFORE_HELP ? [element("p", "help", texts.askForHelp(run.number))] : []),
      ...(wrong.length > 0 ? [element("h2", "", texts.practise), element("ul", "", ...this.screensOf(wrong))] : []),
      element("p", "actions", retake),
    );
  }

  /** A link to each screen that teaches what the questions asked, once. */
  private screensOf(questions: readonly Question[]): HTMLElement[] {
    const places = new Map(questions.map(({ box }) => [box.dataset["read"] ?? "", placeOf(box)]));
    return [...places.values()].map((place) => element("li", "", this.around.linkTo(place)));
  }

  private right(run: TestRun): Question[] {
    return this.questions.filter(({ view }) => isRight(view.kind, run.replies[view.id]?.value ?? "", view.key));
  }

  private order(run: TestRun): Question[] {
    return shuffled(this.questions, run.seed);
  }

  private title(text: string): void {
    this.heading.textContent = text;
  }

  private focusHeading(): void {
    window.scrollTo(0, 0);
    this.heading.focus({ preventScroll: true });
  }
}

function placeOf({ dataset }: HTMLElement): Place {
  const { read = "", readTitle = "", readPart, readFile = "" } = dataset;
  return { screen: read, title: readTitle, ...(readPart !== undefined && { part: { item: readPart, file: readFile } }) };
}
