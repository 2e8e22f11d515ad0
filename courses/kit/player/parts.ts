import { all, element, one } from "./dom.ts";
import type { Destination } from "./lms.ts";

/** A screen, in this part or another. */
export interface Place {
  readonly screen: string;
  readonly title: string;
  /** The part it lies in, when not this one. */
  readonly part?: { readonly item: string; readonly file: string };
}

/** What the links need of the learning system. */
export interface Ways {
  offers(to: Destination): boolean;
  /** @param file the part's page, for where there is no learning system */
  goTo(to: Destination, file: string): void;
}

/** The ways from this part of a course to its others. A course in one part has none. */
export class PartLinks {
  private readonly key: string;
  private readonly ways: Ways;

  constructor(course: string, ways: Ways) {
    this.key = `${course}: to`;
    this.ways = ways;
    for (const button of all<HTMLButtonElement>("[data-part]")) {
      button.addEventListener("click", () => ways.goTo(destinationOf(button), button.dataset["file"] ?? ""));
    }
  }

  /** Asks the learning system again: what it offers changes with what has been done. */
  show(lastScreen: boolean): void {
    for (const button of all<HTMLButtonElement>(".to-part")) {
      button.disabled = !this.ways.offers(destinationOf(button));
    }
    for (const button of all<HTMLButtonElement>("[data-next-part]")) {
      const offered = this.ways.offers("next");
      button.hidden = !lastScreen || !offered;
      one("[data-part-done]").hidden = !lastScreen || offered;
    }
  }

  /** A link to a screen; to another part a button, or only its title when the learning system leads nowhere. */
  linkTo({ screen, title, part }: Place): HTMLElement {
    if (!part) {
      const link = element("a", "", title);
      link.href = `#${screen}`;
      return link;
    }
    if (!this.ways.offers({ item: part.item })) {
      return element("span", "", title);
    }
    const button = element("button", "link", title);
    button.type = "button";
    button.addEventListener("click", () => {
      this.want(screen);
      this.ways.goTo({ item: part.item }, `${part.file}#${screen}`);
    });
    return button;
  }

  /** The screen that another part sent the learner to, once; empty when none did. */
  wanted(): string {
    return this.stored((store) => {
      const screen = store.getItem(this.key) ?? "";
      store.removeItem(this.key);
      return screen;
    });
  }

  private want(screen: string): void {
    this.stored((store) => {
      store.setItem(this.key, screen);
      return screen;
    });
  }

  /** A browser may refuse storage to a frame: then the other part opens where the learner left it. */
  private stored(use: (store: Storage) => string): string {
    try {
      return use(sessionStorage);
    } catch (refused) {
      if (refused instanceof DOMException) {
        return "";
      }
      throw refused;
    }
  }
}

function destinationOf(button: HTMLElement): Destination {
  return button.dataset["nextPart"] === undefined ? { item: button.dataset["part"] ?? "" } : "next";
}
