/** The page around the content. Says what happens in words; moves the focus only at a step and when the work is over. */
import { Contents } from './contents';
import type { SaveState } from './outbox';
import type { Parts } from './protocol';
import { textsOf, type Language, type TextKey } from './texts';

/** States that end the work in this window, with a text that says what to do. */
const ENDS: readonly TextKey[] = [
  'taken-over',
  'secret-unknown',
  'ticket-used',
  'other-attempt',
  'unsupported',
  'noTicket',
];

/** Worth telling a screen reader of, when it comes and when it has gone. */
const TROUBLE: readonly string[] = ['waiting', 'waiting-unsafe', 'too-large', 'malformed', ...ENDS];

export class View {
  private language: Language;
  private state = '';
  private frame: HTMLIFrameElement | undefined;
  private finished: 'finished' | 'partFinished' | undefined;
  private returnUrl: string | undefined;
  private readonly contents: Contents;

  constructor(
    private readonly document: Document,
    language: Language,
  ) {
    this.language = language;
    this.contents = new Contents(document);
    this.speak(language);
    this.show('loading');
  }

  speak(language: Language): void {
    this.language = language;
    this.document.documentElement.lang = language;
    for (const element of this.document.querySelectorAll<HTMLElement>('[data-text]')) {
      element.textContent = this.text(element.dataset['text'] as TextKey);
    }
    this.find('status-region').setAttribute('aria-label', this.text('statusRegion'));
  }

  course(title: string, learner: string, returnUrl: string | undefined): void {
    this.returnUrl = returnUrl;
    this.document.title = `${title} – ${this.text('brand')}`;
    delete this.find('title').dataset['text'];
    this.find('title').textContent = title;
    this.find('learner').textContent = learner;
  }

  /** Where the learner may go, and is. */
  parts(parts: Parts, current: string): void {
    this.contents.show(parts, current, this.language);
  }

  onStep(go: (request: string) => void): void {
    this.contents.onStep(go);
  }

  /** The content's frame; it is the only one. */
  openContent(url: string, onShown: () => void): void {
    this.closePanel();
    this.finished = undefined;
    this.backButton().classList.remove('primary');
    const frame = this.document.createElement('iframe');
    frame.id = 'content-frame';
    frame.title = this.text('contentFrame');
    frame.allow = 'fullscreen; autoplay';
    frame.addEventListener('load', onShown, { once: true });
    frame.src = url;
    this.find('content').replaceChildren(frame);
    this.frame = frame;
    this.find('after').hidden = false;
    this.backButton().hidden = false;
  }

  /** Lets content say its last words: its frame is emptied, and its unload runs. */
  async closeContent(waitMs: number): Promise<void> {
    const frame = this.frame;
    if (frame === undefined) return;
    this.frame = undefined;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      frame.addEventListener('load', () => {
        clearTimeout(timer);
        resolve();
      });
      frame.src = 'about:blank';
    });
    frame.remove();
  }

  saveState(state: SaveState): void {
    if (ENDS.includes(state as TextKey)) {
      void this.closeContent(1_000);
      this.end(state as TextKey);
      return;
    }
    this.show(state === 'saved' ? (this.finished ?? 'saved') : state);
  }

  /** Content has called Finish; `hasNext` when there is a part to go on with. */
  partFinished(hasNext: boolean): void {
    this.finished = this.contents.isEmpty() ? 'finished' : 'partFinished';
    if (hasNext) this.contents.nextIsDue();
    else this.backButton().classList.add('primary');
  }

  /** Another part has been opened. */
  opened(): void {
    this.find('announcement').textContent = this.text('opened').replace('{0}', this.contents.currentTitle());
    this.find('main').focus();
  }

  /** No part is open; the learner chooses one. */
  choose(): void {
    this.panel('choose', 'choose-help');
    this.contents.open();
    this.backButton().hidden = false;
    this.show('saved');
  }

  /** Work in this window is over, for a reason that the learner can do something about. */
  end(reason: TextKey): void {
    this.show(reason);
    this.panel(reason, `${reason}-help` as TextKey);
    if (this.returnUrl === undefined) return;
    const link = this.document.createElement('a');
    link.href = this.returnUrl;
    link.textContent = this.text('backLink');
    this.find('panel').append(link);
  }

  show(state: TextKey): void {
    if (state === this.state) return;
    const before = this.state;
    this.state = state;
    const status = this.find('status');
    status.textContent = this.text(state);
    status.dataset['state'] = state;
    if (TROUBLE.includes(state) || TROUBLE.includes(before) || state === this.finished) {
      this.find('announcement').textContent = this.text(state);
    }
  }

  /** While saving takes its time on the way out or on. */
  offline(how: 'leaving' | 'stepping', goAnyway: () => void): void {
    this.show('waiting');
    this.panel('waiting', how === 'leaving' ? 'leavingOffline' : 'steppingOffline');
    const button = this.document.createElement('button');
    button.type = 'button';
    button.textContent = this.text('backAnyway');
    button.addEventListener('click', goAnyway);
    this.find('panel').append(button);
  }

  onBack(go: () => void): void {
    this.backButton().addEventListener('click', go);
  }

  private panel(heading: TextKey, help: TextKey): void {
    const panel = this.find('panel');
    const h2 = this.document.createElement('h2');
    h2.tabIndex = -1;
    h2.textContent = this.text(heading);
    const p = this.document.createElement('p');
    p.textContent = this.text(help);
    panel.replaceChildren(h2, p);
    panel.hidden = false;
    this.find('content').hidden = true;
    this.find('after').hidden = true;
    this.backButton().hidden = true;
    h2.focus();
  }

  private closePanel(): void {
    this.find('panel').hidden = true;
    this.find('content').hidden = false;
  }

  private backButton(): HTMLButtonElement {
    return this.find('back') as HTMLButtonElement;
  }

  private text(key: TextKey): string {
    return textsOf(this.language)[key];
  }

  private find(id: string): HTMLElement {
    const element = this.document.getElementById(id);
    if (element === null) throw new Error(`player.html has no #${id}`);
    return element;
  }
}
