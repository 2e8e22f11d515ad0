/** The messages of README.md, "The player's protocol", and how an answer is judged. */

export interface Launch {
  secret?: string;
  attempt: string;
  session: string;
  standard: string;
  content: string;
  cmi: Record<string, string>;
  title: string;
  learner: string;
  returnUrl: string;
  language: string;
}

export interface Commit {
  sequence: number;
  sets: Record<string, string>;
  elapsedSeconds: number;
  finished: boolean;
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
}

const PROBLEMS = ['ticket-used', 'secret-unknown', 'taken-over', 'other-attempt', 'too-large', 'malformed'] as const;

export type ProblemCode = (typeof PROBLEMS)[number];

/** `later`: no answer, or one that is not the portal's: nothing is known to be saved. */
export type Answer<T> = { kind: 'ok'; value: T } | { kind: 'problem'; code: ProblemCode } | { kind: 'later' };

export interface Host {
  launch(ticket: string): Promise<Answer<Launch>>;
  resume(secret: string): Promise<Answer<Launch>>;
  commit(secret: string, session: string, commits: Commit[], keepalive: boolean): Promise<Answer<CommitAnswer>>;
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

function isLaunch(json: unknown): json is Launch {
  return (
    isObject(json) &&
    hasStrings(json, 'attempt', 'session', 'standard', 'content', 'title', 'learner', 'returnUrl', 'language') &&
    isValues(json['cmi'])
  );
}

function isCommitAnswer(json: unknown): json is CommitAnswer {
  return (
    isObject(json) &&
    Number.isInteger(json['lastSequence']) &&
    Array.isArray(json['refused']) &&
    (json['cmi'] === undefined || isValues(json['cmi']))
  );
}

function isExitAnswer(json: unknown): json is { returnUrl: string } {
  return isObject(json) && hasStrings(json, 'returnUrl');
}
