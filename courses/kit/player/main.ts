import { beginSession } from "./connect.ts";
import { all, one, textOf } from "./dom.ts";
import { ExerciseView, type Listener } from "./exercise.ts";
import { isStandard, type Destination, type Outcome, type Session } from "./lms.ts";
import { PartLinks, type Place } from "./parts.ts";
import { decode, encode, fitted, FRESH, type Reply, type State } from "./state.ts";
import { TestView } from "./test.ts";
import { textsIn } from "./texts.ts";

const texts = textsIn(document.documentElement.lang);

/** The course in the browser: which screen shows, what has been answered, and that the learning system knows. */
class CourseView implements Listener {
  private state: State = FRESH;
  private readonly session: Session | undefined;
  private readonly screens = all("[data-screen]");
  private readonly practice: readonly ExerciseView[];
  private readonly test: TestView | undefined;
  private readonly parts: PartLinks;
  private readonly courseTitle = document.title;

  constructor() {
    const { standard = "", course = "" } = document.documentElement.dataset;
    this.session = isStandard(standard) ? beginSession(standard, window, () => Date.now()) : undefined;
    this.parts = new PartLinks(course, { offers: (to) => this.session?.offers(to) ?? true, goTo: (to, file) => this.leave(to, file) });
    this.practice = all(".practice [data-exercise]").map((root) => new ExerciseView(root, texts, this));
    const test = document.querySelector<HTMLElement>("[data-test]");
    this.test = test
      ? new TestView(test, {
          texts,
          state: () => this.state,
          change: (state) => this.change(state),
          record: (interaction) => this.session?.record(interaction),
          unread: () => this.unread(),
          linkTo: (place) => this.parts.linkTo(place),
        })
      : undefined;
  }

  open(): void {
    this.resume();
    this.listen();
    this.show(this.state.screen);
    history.replaceState(null, "", `#${this.state.screen}`);
    if (!this.session) {
      this.notice(texts.notSaved);
    }
  }

  chosen(exercise: ExerciseView, reply: Reply): void {
    this.change({ ...this.state, replies: { ...this.state.replies, [exercise.id]: reply } });
  }

  answered(exercise: ExerciseView, reply: Reply): void {
    this.chosen(exercise, reply);
  }

  proceed(exercise: ExerciseView): void {
    exercise.reopen();
  }

  proceedLabel(): string {
    return texts.tryAgain;
  }

  private resume(): void {
    const ids = this.screens.map(idOf);
    const exercises = [...this.practice, ...(this.test?.exercises ?? [])];
    const saved = fitted(decode(this.session?.suspendData ?? ""), new Set(ids), new Map(exercises.map(({ id, rev }) => [id, rev])));
    // The address comes last: it keeps an author who only previews on the same screen when the page is loaded again.
    const places = [this.parts.wanted(), this.session?.location ?? "", saved.screen, addressed(), ...ids];
    const screen = places.find((id) => ids.includes(id)) ?? "";
    this.state = { ...saved, screen, passed: saved.passed || (this.session?.alreadyPassed ?? false) };
    for (const exercise of this.practice) {
      exercise.show(this.state.replies[exercise.id]);
    }
    if (saved.visited.length > 0) {
      this.notice(texts.welcomeBack);
    }
  }

  private listen(): void {
    window.addEventListener("hashchange", () => this.follow());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") {
        this.save();
      }
    });
    window.addEventListener("pagehide", () => {
      this.save();
      this.session?.finish();
    });
    // Back from the browser's page cache the session is finished: begin a new one.
    window.addEventListener("pageshow", (event) => event.persisted && location.reload());
    const toggle = one("[data-contents]");
    toggle.addEventListener("click", () => this.fold(toggle.getAttribute("aria-expanded") === "true"));
    one(".contents").addEventListener("keydown", (event) => event.key === "Escape" && this.fold(true));
  }

  private fold(folded: boolean): void {
    one("[data-contents]").setAttribute("aria-expanded", String(!folded));
  }

  private follow(): void {
    const id = addressed();
    if (id === this.state.screen || !this.screens.some((screen) => idOf(screen) === id)) {
      return;
    }
    this.fold(true);
    this.notice("");
    this.show(id);
    window.scrollTo(0, 0);
    one("h1", this.screen(id)).focus({ preventScroll: true });
  }

  private show(id: string): void {
    const visited = this.state.visited.includes(id) ? this.state.visited : [...this.state.visited, id];
    this.change({ ...this.state, screen: id, visited });
    for (const screen of this.screens) {
      screen.hidden = idOf(screen) !== id;
    }
    if (this.screen(id).dataset["test"] !== undefined) {
      this.test?.show();
    }
    this.showPlace(id);
  }

  private showPlace(id: string): void {
    const at = this.screens.findIndex((screen) => idOf(screen) === id);
    const where = texts.page(at + 1, this.screens.length);
    document.title = `${where}: ${textOf(one("h1", this.screen(id)))} – ${this.courseTitle}`;
    one("[data-where]").textContent = where;
    const progress = one<HTMLProgressElement>("[data-progress]");
    progress.value = at + 1;
    progress.setAttribute("aria-label", where);
    this.pointTo("[data-previous]", this.screens[at - 1]);
    this.pointTo("[data-next]", this.screens[at + 1]);
    this.parts.show(at === this.screens.length - 1);
    for (const link of all<HTMLAnchorElement>("[data-to]")) {
      const to = link.dataset["to"] ?? "";
      link.toggleAttribute("data-seen", this.state.visited.includes(to));
      one("[data-visited]", link).textContent = this.state.visited.includes(to) ? ` (${texts.visited})` : "";
      if (to === id) {
        link.setAttribute("aria-current", "page");
      } else {
        link.removeAttribute("aria-current");
      }
    }
  }

  private pointTo(selector: string, screen: HTMLElement | undefined): void {
    const link = one<HTMLAnchorElement>(selector);
    link.hidden = screen === undefined;
    link.href = `#${screen ? idOf(screen) : ""}`;
  }

  private change(state: State): void {
    this.state = state;
    this.save();
  }

  private save(): void {
    if (!this.session) {
      return;
    }
    const { best } = this.state;
    const taken = this.session.save({
      location: this.state.screen,
      suspendData: encode(this.state),
      outcome: this.outcome(),
      read: this.state.visited.length / this.screens.length,
      ...(best !== undefined && { score: best }),
    });
    if (!taken) {
      this.notice(texts.saveFailed);
    } else if (one("[data-notice]").textContent === texts.saveFailed) {
      this.notice("");
    }
  }

  /** By the test where there is one, else by whether all has been read. */
  private outcome(): Outcome {
    if (!this.test) {
      return this.state.visited.length < this.screens.length ? "incomplete" : "completed";
    }
    if (this.state.passed) {
      return "passed";
    }
    return this.state.best === undefined ? "incomplete" : "failed";
  }

  /** To another part: the learning system's to do, or a plain address when there is none. */
  private leave(to: Destination, file: string): void {
    if (!this.session) {
      location.assign(file);
      return;
    }
    this.save();
    this.session.goTo(to);
  }

  private unread(): Place[] {
    return this.screens
      .filter((screen) => !this.state.visited.includes(idOf(screen)))
      .map((screen) => ({ screen: idOf(screen), title: textOf(one("h1", screen)) }));
  }

  private screen(id: string): HTMLElement {
    return one(`[data-screen="${id}"]`);
  }

  private notice(text: string): void {
    one("[data-notice]").textContent = text;
  }
}

function addressed(): string {
  return location.hash.slice(1);
}

function idOf(screen: HTMLElement): string {
  return screen.dataset["screen"] ?? "";
}

new CourseView().open();
