/** The messages of README.md, "The player's protocol", and how an answer is judged. */

/** A row of the table of contents. */
export interface Part {
  id: string;
  title: string;
  depth: number;
  heading: boolean;
  status: string;
  /** Whether the learner may go there now. */
  open: boolean;
}

/** Where the learner may go; no contents when the course has one part only. */
export interface Parts {
  contents: Part[];
  next?: string;
  previous?: string;
}

export interface Launch {
  secret?: string;
  attempt: string;
  session: string;
  activity: string;
  /** An asset calls nothing: it is done when it was shown. */
  sco: boolean;
  standard: string;
  content: string;
  cmi: Record<string, string>;
  /** Elements that content may only read (`r`), only write (`w`), or neither. */
  closed: Record<string, string>;
  parts: Parts;
  title: string;
  learner: string;
  returnUrl: string;
  language: string;
}

export interface Commit {
  sequence: number;
  sets: Record<string, string>;
  elapsedSeconds: number;
  /** What content tried to set and was refused. */
  tried?: Record<string, string>;
  finished: boolean;
  /** Finished because the learner left: there is something to come back to. */
  left?: boolean;
  /** An asset was shown. */
  seen?: boolean;
}

export interface Refusal {
  sequence: number;
  element: string;
  code: number;
  why: string;
}

export interface CommitAnswer {
  lastSequence: number;
  status: string;
  refused: Refusal[];
  fulfilled: boolean;
  cmi?: Record<string, string>;
  /** When something about them has changed. */
  parts?: Parts;
}

/** A step that leads to no part: the course ends, or the contents are shown. */
export interface NoPart {
  ends: boolean;
  parts: Parts;
}

const PROBLEMS = ['ticket-used', 'secret-unknown', 'taken-over', 'other-attempt', 'too-large', 'malformed'] as const;

export type ProblemCode = (typeof PROBLEMS)[number];

/** `later`: no answer, or one that is not the portal's: nothing is known to be saved. */
export type Answer<T> = { kind: 'ok'; value: T } | { kind: 'problem'; code: ProblemCode } | { kind: 'later' };

export interface Host {
  launch(ticket: string): Promise<Answer<Launch>>;
  resume(secret: string): Promise<Answer<Launch>>;
  commit(secret: string, session: string, commits: Commit[], keepalive: boolean): Promise<Answer<CommitAnswer>>;
  navigate(secret: string, session: string, request: string): Promise<Answer<Launch | NoPart>>;
  exit(secret: string, session: string): Promise<Answer<{ returnUrl: string }>>;
}

const VERSION_HEADER = 'X-Player-Protocol';
const VERSION = '1';
const SECRET_HEADER = 'X-Commit-Secret';
const TIMEOUT_MS = 20_000;

export class HttpHost implements Host {
  constructor(private readonly send: typeof fetch = (...args) => fetch(...args)) {}

  launch(ticket: string): Promise<Answer<Launch>> {
    return this.post('launch', { ticket }, isLaunch);
  }

  resume(secret: string): Promise<Answer<Launch>> {
    return this.post('resume', {}, isLaunch, secret);
  }

  commit(secret: string, session: string, commits: Commit[], keepalive: boolean): Promise<Answer<CommitAnswer>> {
    return this.post('commit', { session, commits }, isCommitAnswer, secret, keepalive);
  }

  navigate(secret: string, session: string, request: string): Promise<Answer<Launch | NoPart>> {
    return this.post('navigate', { session, request }, isStep, secret);
  }

  exit(secret: string, session: string): Promise<Answer<{ returnUrl: string }>> {
    return this.post('exit', { session }, isExitAnswer, secret);
  }

  private async post<T>(
    path: string,
    body: unknown,
    isRight: (json: unknown) => json is T,
    secret?: string,
    keepalive = false,
  ): Promise<Answer<T>> {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    if (secret !== undefined) headers[SECRET_HEADER] = secret;
    try {
      const response = await this.send(`/play/api/${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
        keepalive,
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.headers.get(VERSION_HEADER) !== VERSION) return { kind: 'later' };
      const json: unknown = await response.json();
      if (response.ok) return isRight(json) ? { kind: 'ok', value: json } : { kind: 'later' };
      const code = isObject(json) ? PROBLEMS.find((p) => p === json['code']) : undefined;
      return code === undefined || response.status >= 500 ? { kind: 'later' } : { kind: 'problem', code };
    } catch {
      // no network, a time-out, a redirect to a sign-in page, a text that is not JSON: all the same to the learner
      return { kind: 'later' };
    }
  }
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function hasStrings(json: Record<string, unknown>, ...members: string[]): boolean {
  return members.every((m) => typeof json[m] === 'string');
}

function isValues(json: unknown): boolean {
  return isObject(json) && Object.values(json).every((v) => typeof v === 'string');
}

function isPart(json: unknown): json is Part {
  return (
    isObject(json) &&
    hasStrings(json, 'id', 'title', 'status') &&
    Number.isInteger(json['depth']) &&
    typeof json['heading'] === 'boolean' &&
    typeof json['open'] === 'boolean'
  );
}

function isParts(json: unknown): json is Parts {
  return (
    isObject(json) &&
    Array.isArray(json['contents']) &&
    json['contents'].every(isPart) &&
    ['next', 'previous'].every((m) => json[m] === undefined || typeof json[m] === 'string')
  );
}

function isLaunch(json: unknown): json is Launch {
  return (
    isObject(json) &&
    hasStrings(json, 'attempt', 'session', 'activity', 'standard', 'content', 'title', 'learner', 'returnUrl') &&
    hasStrings(json, 'language') &&
    typeof json['sco'] === 'boolean' &&
    isValues(json['cmi']) &&
    isValues(json['closed']) &&
    isParts(json['parts'])
  );
}

function isStep(json: unknown): json is Launch | NoPart {
  return isLaunch(json) || (isObject(json) && typeof json['ends'] === 'boolean' && isParts(json['parts']));
}

function isCommitAnswer(json: unknown): json is CommitAnswer {
  return (
    isObject(json) &&
    Number.isInteger(json['lastSequence']) &&
    Array.isArray(json['refused']) &&
    (json['cmi'] === undefined || isValues(json['cmi'])) &&
    (json['parts'] === undefined || isParts(json['parts']))
  );
}

function isExitAnswer(json: unknown): json is { returnUrl: string } {
  return isObject(json) && hasStrings(json, 'returnUrl');
}
