/** The table of contents: what there is, how far one is, where one may go. Hidden when the course has one part only. */
import type { Part, Parts } from './protocol';
import { textsOf, type Language, type TextKey } from './texts';

const DONE: readonly string[] = ['completed', 'passed'];
/** Wider than this the contents stand beside the content from the start. */
const WIDE = '(min-width: 60em)';

export class Contents {
  private parts: Parts = { contents: [] };
  private current = '';
  private language: Language = 'sv';
  private go: (request: string) => void = () => undefined;
  private shownBefore = false;

  constructor(private readonly document: Document) {
    this.button('next').addEventListener('click', () => this.go('continue'));
    this.button('previous').addEventListener('click', () => this.go('previous'));
  }

  onStep(go: (request: string) => void): void {
    this.go = go;
  }

  isEmpty(): boolean {
    return this.parts.contents.length === 0;
  }

  currentTitle(): string {
    return this.parts.contents.find((p) => p.id === this.current)?.title ?? '';
  }

  show(parts: Parts, current: string, language: Language): void {
    this.parts = parts;
    this.current = current;
    this.language = language;
    const nav = this.find('parts');
    nav.hidden = this.isEmpty();
    if (this.isEmpty()) return;
    nav.setAttribute('aria-label', this.text('contents'));
    const focused = this.document.activeElement?.getAttribute('data-part');
    this.summary();
    this.find('part-list').replaceChildren(...this.rows(0, 0).rows);
    this.step('next', parts.next);
    this.step('previous', parts.previous);
    this.button('next').classList.remove('primary');
    const details = this.find('contents') as HTMLDetailsElement;
    const wide = this.document.defaultView?.matchMedia(WIDE).matches ?? true;
    if (!this.shownBefore || !wide) details.open = wide;
    this.shownBefore = true;
    // a list drawn anew must not take the focus away
    if (focused != null) this.rowOf(focused)?.focus();
  }

  /** The part at hand is finished: the next one is what one wants. */
  nextIsDue(): void {
    this.button('next').classList.add('primary');
  }

  open(): void {
    (this.find('contents') as HTMLDetailsElement).open = true;
    this.button('next').disabled = true;
    this.button('previous').disabled = true;
  }

  private summary(): void {
    const leaves = this.parts.contents.filter((p) => !p.heading);
    const done = leaves.filter((p) => DONE.includes(p.status)).length;
    const count = this.text('contentsDone').replace('{0}', String(done)).replace('{1}', String(leaves.length));
    this.find('contents-summary').textContent = `${this.text('contents')} – ${count}`;
  }

  /** The rows of one depth from a place on, with what lies below them; and where the next row outside is. */
  private rows(from: number, depth: number): { rows: HTMLLIElement[]; next: number } {
    const rows: HTMLLIElement[] = [];
    let at = from;
    for (let part = this.parts.contents[at]; part !== undefined && part.depth >= depth; part = this.parts.contents[at]) {
      const row = this.document.createElement('li');
      row.append(this.row(part));
      const below = this.rows(at + 1, part.depth + 1);
      if (below.rows.length > 0) {
        const list = this.document.createElement('ol');
        list.append(...below.rows);
        row.append(list);
      }
      rows.push(row);
      at = below.next;
    }
    return { rows, next: at };
  }

  private row(part: Part): HTMLElement {
    const opens = part.open && part.id !== this.current;
    const row = this.document.createElement(opens ? 'button' : 'span');
    row.className = part.heading ? 'part heading' : 'part';
    row.dataset['status'] = part.status;
    const title = this.document.createElement('span');
    title.className = 'part-title';
    title.textContent = part.title;
    const words = this.document.createElement('span');
    words.className = 'part-status';
    words.textContent = this.words(part);
    row.append(title, ' ', words);
    if (part.id === this.current) row.setAttribute('aria-current', 'true');
    if (opens) {
      row.setAttribute('type', 'button');
      row.setAttribute('data-part', part.id);
      row.addEventListener('click', () => this.go(`{target=${part.id}}choice`));
    }
    return row;
  }

  private words(part: Part): string {
    const status = this.text(`part-${part.status}` as TextKey);
    if (part.heading) return status;
    if (part.id === this.current) return `${status} · ${this.text('partNow')}`;
    return part.open ? status : `${status} · ${this.text('partClosed')}`;
  }

  private step(id: 'next' | 'previous', to: string | undefined): void {
    const button = this.button(id);
    button.textContent = this.text(id);
    button.hidden = false;
    button.disabled = to === undefined;
  }

  private rowOf(id: string): HTMLElement | undefined {
    const rows = this.find('part-list').querySelectorAll<HTMLElement>('[data-part]');
    return [...rows].find((row) => row.dataset['part'] === id);
  }

  private text(key: TextKey): string {
    return textsOf(this.language)[key];
  }

  private button(id: string): HTMLButtonElement {
    return this.find(id) as HTMLButtonElement;
  }

  private find(id: string): HTMLElement {
    const element = this.document.getElementById(id);
    if (element === null) throw new Error(`player.html has no #${id}`);
    return element;
  }
}
