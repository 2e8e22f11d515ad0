/** What a learner has done, and how it travels in cmi.suspend_data (4,096 ASCII characters in SCORM 1.2). */
export interface Reply {
  /** Fingerprint of the question; a reply to a question that has been rewritten since is dropped. */
  readonly rev: string;
  readonly value: string;
  /** False while only chosen, true once answered and fed back. */
  readonly done: boolean;
}

export interface TestRun {
  readonly number: number;
  readonly seed: number;
  /** Which question is shown, counted from 0 in the run's own order. */
  readonly at: number;
  readonly replies: Readonly<Record<string, Reply>>;
}

export interface State {
  readonly screen: string;
  readonly visited: readonly string[];
  readonly replies: Readonly<Record<string, Reply>>;
  readonly test?: TestRun;
  /** Best finished test, percent. */
  readonly best?: number;
  readonly passed: boolean;
}

export const MOST_CHARACTERS = 4096;

const VERSION = 1;

export const FRESH: State = { screen: "", visited: [], replies: {}, passed: false };

export function encode(state: State): string {
  return JSON.stringify({
    v: VERSION,
    s: state.screen,
    r: state.visited.join(" "),
    a: encodeReplies(state.replies),
    ...(state.test && { t: [state.test.number, state.test.seed, state.test.at, encodeReplies(state.test.replies)] }),
    ...(state.best !== undefined && { b: state.best }),
    ...(state.passed && { p: 1 }),
  });
}

/** Reads what encode wrote. Anything else, also nothing, is a fresh start: a course must always open. */
export function decode(text: string): State {
  const raw = parsed(text);
  if (raw === undefined || raw["v"] !== VERSION) {
    return FRESH;
  }
  const test = raw["t"];
  const best = raw["b"];
  return {
    screen: typeof raw["s"] === "string" ? raw["s"] : "",
    visited: typeof raw["r"] === "string" ? raw["r"].split(" ").filter((id) => id !== "") : [],
    replies: decodeReplies(raw["a"]),
    ...(Array.isArray(test) && {
      test: { number: Number(test[0]) || 1, seed: Number(test[1]) || 0, at: Number(test[2]) || 0, replies: decodeReplies(test[3]) },
    }),
    ...(typeof best === "number" && { best }),
    passed: raw["p"] === 1,
  };
}

/**
 * The state with only what this version of the course still has: screens by id, replies by id and fingerprint. A test
 * that was under way starts anew when any of its questions was rewritten, since its score would mix two tests.
 */
export function fitted(state: State, screens: ReadonlySet<string>, revisions: ReadonlyMap<string, string>): State {
  const known = (replies: Readonly<Record<string, Reply>>) =>
    Object.fromEntries(Object.entries(replies).filter(([id, reply]) => revisions.get(id) === reply.rev));
  const { test, ...rest } = state;
  const testReplies = test && known(test.replies);
  const whole = test && testReplies && Object.keys(testReplies).length === Object.keys(test.replies).length;
  return {
    ...rest,
    screen: screens.has(state.screen) ? state.screen : "",
    visited: state.visited.filter((id) => screens.has(id)),
    replies: known(state.replies),
    ...(whole && { test }),
  };
}

function encodeReplies(replies: Readonly<Record<string, Reply>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(replies).map(([id, { rev, value, done }]) => [id, `${rev}${done ? "!" : "?"}${value}`]),
  );
}

function decodeReplies(raw: unknown): Record<string, Reply> {
  const replies: Record<string, Reply> = {};
  for (const [id, text] of Object.entries(isRecord(raw) ? raw : {})) {
    const found = typeof text === "string" ? /^(\w+)([!?])(.*)$/.exec(text) : null;
    if (found) {
      replies[id] = { rev: found[1] as string, done: found[2] === "!", value: found[3] as string };
    }
  }
  return replies;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch (unreadable) {
    if (unreadable instanceof SyntaxError) {
      return undefined;
    }
    throw unreadable;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
