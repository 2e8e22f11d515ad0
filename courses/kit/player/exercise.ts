import { isRight, joined, letter, numberFrom, parts, type Kind } from "./answers.ts";
import { all, element, one, textOf } from "./dom.ts";
import { mixedUp, seedOf, shuffled } from "./shuffle.ts";
import type { Reply } from "./state.ts";
import type { Texts } from "./texts.ts";

/** What the exercise tells the page it stands on. */
export interface Listener {
  /** Something was chosen, not yet answered: worth keeping. */
  chosen(exercise: ExerciseView, reply: Reply): void;
  answered(exercise: ExerciseView, reply: Reply, right: boolean): void;
  /** The button was pressed again after the answer. */
  proceed(exercise: ExerciseView): void;
  /** What the button says after the answer. */
  proceedLabel(exercise: ExerciseView): string;
}

/** One exercise in the page: reads what is chosen, judges it, and tells why. */
export class ExerciseView {
  readonly id: string;
  readonly kind: Kind;
  readonly rev: string;
  readonly key: string;

  /** In plain text. */
  readonly question: string;

  private readonly root: HTMLElement;
  private readonly texts: Texts;
  private readonly listener: Listener;
  private readonly button: HTMLButtonElement;
  private answered = false;

  constructor(root: HTMLElement, texts: Texts, listener: Listener) {
    this.root = root;
    this.texts = texts;
    this.listener = listener;
    this.id = root.dataset["exercise"] ?? "";
    this.kind = root.dataset["kind"] as Kind;
    this.rev = root.dataset["rev"] ?? "";
    this.key = root.dataset["key"] ?? "";
    this.question = textOf(one("legend", root)).trim();
    this.button = one<HTMLButtonElement>("[data-answer]", root);
    this.button.addEventListener("click", (event) => this.pressed(event));
    root.addEventListener("change", () => this.keep());
    root.addEventListener("click", (event) => this.move(event));
    root.addEventListener("keydown", (event) => this.enter(event));
  }

  /** Shows a reply given before, or an untouched exercise. */
  show(reply: Reply | undefined): void {
    this.put(reply?.value ?? "");
    this.complain("");
    if (reply?.done) {
      this.feedBack(reply.value);
    } else {
      this.reopen();
    }
  }

  /** Opens the exercise for another try, with what was chosen still there. */
  reopen(): void {
    this.answered = false;
    this.button.textContent = this.texts.answer;
    one("[data-outcome]", this.root).replaceChildren();
    for (const mark of all("[data-mark]", this.root)) {
      mark.textContent = "";
      mark.className = "mark";
    }
    this.lock(false);
  }

  /** Puts the options into the order that the seed gives. */
  deal(seed: number): void {
    const sorted = this.rows().sort((a, b) => letterOf(a).localeCompare(letterOf(b)));
    const ownSeed = seedOf(this.id, seed);
    const order = this.kind === "order" ? mixedUp(sorted, ownSeed) : shuffled(sorted, ownSeed);
    sorted[0]?.parentElement?.append(...order);
    this.edges();
  }

  private pressed(event: MouseEvent): void {
    // The second half of a double click must not run past the feedback.
    if (event.detail > 1) {
      return;
    }
    if (this.answered) {
      this.listener.proceed(this);
      return;
    }
    const value = this.value();
    if (value === undefined) {
      this.complain(this.missing());
      return;
    }
    this.complain("");
    this.feedBack(value);
    this.listener.answered(this, this.reply(value, true), this.isRight(value));
  }

  private enter(event: KeyboardEvent): void {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement && !this.answered) {
      event.preventDefault();
      this.button.click();
    }
  }

  private keep(): void {
    const value = this.value();
    if (value !== undefined && !this.answered) {
      this.complain("");
      this.listener.chosen(this, this.reply(value, false));
    }
  }

  private move(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("[data-move]") : null;
    const row = button?.closest<HTMLElement>("[data-option]");
    if (!button || !row || this.answered) {
      return;
    }
    const up = button.dataset["move"] === "-1";
    if (up) {
      row.previousElementSibling?.before(row);
    } else {
      row.nextElementSibling?.after(row);
    }
    this.edges();
    const stay = button.disabled ? one<HTMLButtonElement>(`[data-move="${up ? 1 : -1}"]`, row) : button;
    stay.focus();
    const place = this.rows().indexOf(row) + 1;
    const told = `${wordsOf(row)}: ${this.texts.placed(place, this.rows().length)}`;
    one("[data-outcome]", this.root).replaceChildren(element("p", "hidden-text", told));
    this.keep();
  }

  /** The first step cannot go up, the last not down. */
  private edges(): void {
    const rows = all(".step", this.root);
    rows.forEach((row, i) => {
      one<HTMLButtonElement>('[data-move="-1"]', row).disabled = this.answered || i === 0;
      one<HTMLButtonElement>('[data-move="1"]', row).disabled = this.answered || i === rows.length - 1;
    });
  }

  /** What is chosen, in SCORM's notation; undefined while something is missing. */
  private value(): string | undefined {
    switch (this.kind) {
      case "one":
      case "many": {
        const chosen = all<HTMLInputElement>("input:checked", this.root).map((input) => input.value);
        return chosen.length > 0 ? joined(chosen, this.kind) : undefined;
      }
      case "order":
        return joined(this.rows().map(letterOf), this.kind);
      case "match": {
        const pairs = this.rows().map((row) => [letterOf(row), one<HTMLSelectElement>("select", row).value] as const);
        return pairs.every(([, to]) => to !== "") ? joined(pairs.map((pair) => pair.join(".")), this.kind) : undefined;
      }
      case "number":
        return numberFrom(one<HTMLInputElement>("input", this.root).value);
    }
  }

  private put(value: string): void {
    const given = parts(value);
    switch (this.kind) {
      case "one":
      case "many":
        for (const input of all<HTMLInputElement>("input", this.root)) {
          input.checked = given.includes(input.value);
        }
        break;
      case "order": {
        const rows = this.rows();
        const placed = given.flatMap((id) => rows.filter((row) => letterOf(row) === id));
        rows[0]?.parentElement?.append(...placed);
        this.edges();
        break;
      }
      case "match":
        for (const row of this.rows()) {
          one<HTMLSelectElement>("select", row).value = targetOf(letterOf(row), given);
        }
        break;
      case "number":
        one<HTMLInputElement>("input", this.root).value = localNumber(value);
        break;
    }
  }

  private isRight(value: string): boolean {
    return isRight(this.kind, value, this.key);
  }

  private reply(value: string, done: boolean): Reply {
    return { rev: this.rev, value, done };
  }

  private feedBack(value: string): void {
    this.answered = true;
    this.lock(true);
    this.button.textContent = this.listener.proceedLabel(this);
    const right = this.isRight(value);
    const told = this.markRows(value).flatMap((row) => this.feedbackOn(row) ?? []);
    const outcome = one("[data-outcome]", this.root);
    outcome.replaceChildren(
      element("p", right ? "verdict good" : "verdict bad", right ? this.texts.itIsRight : this.texts.itIsWrong),
      ...(told.length > 0 ? [element("ul", "told", ...told)] : []),
      ...(this.kind === "number" && !right ? [element("p", "", this.texts.rightAnswer(localNumber(this.key)))] : []),
      one("[data-explanation]", this.root).cloneNode(true),
    );
  }

  /** Marks every row and answers with those worth a word. */
  private markRows(value: string): HTMLElement[] {
    const given = parts(value);
    const key = parts(this.key);
    switch (this.kind) {
      case "one":
      case "many":
        return this.rows().filter((row) => this.markChoice(row, given, key));
      case "order":
        return this.rows().filter((row, place) => {
          const right = key.indexOf(letterOf(row));
          return !this.mark(row, right === place, this.texts.rightPlace(right + 1));
        });
      case "match":
        return this.rows().filter((row) => {
          const right = targetOf(letterOf(row), key);
          const label = one<HTMLOptionElement>(`option[value="${right}"]`, row).text;
          return !this.mark(row, targetOf(letterOf(row), given) === right, this.texts.rightHere(label));
        });
      case "number":
        return [];
    }
  }

  private markChoice(row: HTMLElement, given: readonly string[], key: readonly string[]): boolean {
    const chosen = given.includes(letterOf(row));
    const right = key.includes(letterOf(row));
    if (chosen) {
      this.mark(row, right, this.texts.wrong);
    } else if (right) {
      this.mark(row, false, this.kind === "many" ? this.texts.missed : this.texts.rightChoice, "missed");
    }
    return chosen || right;
  }

  private mark(row: HTMLElement, right: boolean, otherwise: string, tone = "bad"): boolean {
    const mark = one("[data-mark]", row);
    mark.textContent = right ? this.texts.right : otherwise;
    mark.className = `mark ${right ? "good" : tone}`;
    return right;
  }

  /** What the author says of a row, under the row's own words, so that it can be heard without looking up. */
  private feedbackOn(row: HTMLElement): HTMLElement | undefined {
    const told = this.root.querySelector(`[data-of="${letterOf(row)}"]`);
    return told ? element("li", "", element("strong", "", wordsOf(row)), ...told.cloneNode(true).childNodes) : undefined;
  }

  private missing(): string {
    switch (this.kind) {
      case "match":
        return this.texts.chooseAllPairs;
      case "number":
        return this.texts.notANumber;
      default:
        return this.texts.chooseFirst;
    }
  }

  private complain(text: string): void {
    one("[data-complaint]", this.root).textContent = text;
    for (const field of all<HTMLInputElement>(".number input", this.root)) {
      field.setAttribute("aria-invalid", String(text !== ""));
    }
  }

  private lock(locked: boolean): void {
    for (const control of all<HTMLInputElement | HTMLSelectElement>("input, select", this.root)) {
      control.disabled = locked;
    }
    this.edges();
  }

  private rows(): HTMLElement[] {
    return all("[data-option]", this.root);
  }
}

function letterOf(row: HTMLElement): string {
  return row.dataset["option"] ?? letter(0);
}

function targetOf(row: string, pairs: readonly string[]): string {
  return pairs.find((pair) => pair.startsWith(`${row}.`))?.slice(row.length + 1) ?? "";
}

function wordsOf(row: HTMLElement): string {
  return textOf(one(".option-text", row));
}

function localNumber(value: string): string {
  return document.documentElement.lang === "sv" ? value.replace(".", ",") : value;
}
