import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isRight, joined, numberFrom, percent } from "../player/answers.ts";
import { clockTime, findApi, Session, timespan, type Scorm12Api } from "../player/scorm.ts";
import { mixedUp, seedOf, shuffled } from "../player/shuffle.ts";
import { decode, encode, fitted, FRESH, type State } from "../player/state.ts";

const FULL: State = {
  screen: "sip",
  visited: ["syfte", "sip"],
  replies: {
    ett: { rev: "12ab", value: "b", done: true },
    flera: { rev: "34cd", value: "a,c", done: false },
    par: { rev: "56ef", value: "a.b,b.a", done: true },
  },
  test: { number: 2, seed: 4294967295, at: 3, replies: { natten: { rev: "7890", value: "b,a,c", done: true } } },
  best: 73,
  passed: true,
};

describe("suspend_data", () => {
  it("comes back as it was", () => {
    assert.deepEqual(decode(encode(FULL)), FULL);
    assert.deepEqual(decode(encode(FRESH)), FRESH);
  });

  it("is plain ASCII", () => {
    assert.match(encode(FULL), /^[\x20-\x7e]+$/);
  });

  for (const text of ["", "null", "[]", "{", '"text"', '{"v":99}', "\u0000", '{"v":1,"a":{"x":"no mark"},"t":"?"}']) {
    it(`is a fresh start when it reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(decode(text), FRESH);
    });
  }

  it("drops what this version of the course no longer has", () => {
    const kept = fitted(FULL, new Set(["syfte"]), new Map([["ett", "12ab"], ["flera", "new1"], ["natten", "7890"]]));
    assert.equal(kept.screen, "");
    assert.deepEqual(kept.visited, ["syfte"]);
    assert.deepEqual(Object.keys(kept.replies), ["ett"]);
    assert.equal(kept.test?.at, 3);
    assert.ok(kept.passed);
  });

  it("starts the test anew when one of its questions was rewritten", () => {
    assert.equal(fitted(FULL, new Set(), new Map([["natten", "0000"]])).test, undefined);
  });
});

describe("scoring", () => {
  it("takes several choices in any order, a sequence only in its own", () => {
    assert.ok(isRight("many", joined(["c", "a"], "many"), "a,c"));
    assert.ok(isRight("match", joined(["b.a", "a.b"], "match"), "a.b,b.a"));
    assert.ok(!isRight("order", joined(["c", "a"], "order"), "a,c"));
  });

  it("gives nothing for half an answer or one too many", () => {
    assert.ok(!isRight("many", "a", "a,c"));
    assert.ok(!isRight("many", "a,b,c", "a,c"));
  });

  for (const [typed, value] of [["3,2", "3.2"], [" 3.20 ", "3.2"], ["−1", "-1"], ["1 200", "1200"], ["", undefined], ["tre", undefined], ["3,2,1", undefined]] as const) {
    it(`reads ”${typed}” as ${value}`, () => {
      assert.equal(numberFrom(typed), value);
    });
  }

  it("counts a number as right however it is written", () => {
    assert.ok(isRight("number", "3.2", "3.20"));
    assert.ok(!isRight("number", "3.21", "3.2"));
    assert.ok(!isRight("number", "", "0"));
  });

  for (const [right, total, expected] of [[12, 15, 80], [11, 15, 73], [799, 1000, 79], [15, 15, 100], [0, 15, 0], [0, 0, 0]] as const) {
    it(`${right} of ${total} is ${expected} percent`, () => {
      assert.equal(percent(right, total), expected);
    });
  }
});

describe("order", () => {
  const letters = ["a", "b", "c", "d", "e"];

  it("is the same for the same seed and keeps every item", () => {
    assert.deepEqual(shuffled(letters, 7), shuffled(letters, 7));
    assert.deepEqual([...shuffled(letters, 7)].sort(), letters);
    assert.deepEqual(shuffled([], 7), []);
  });

  it("differs between seeds", () => {
    const orders = new Set(Array.from({ length: 50 }, (_, seed) => shuffled(letters, seed).join("")));
    assert.ok(orders.size > 20, `only ${orders.size} orders`);
  });

  it("never starts an ordering exercise solved", () => {
    for (let seed = 0; seed < 500; seed++) {
      assert.notDeepEqual(mixedUp(["a", "b", "c"], seed), ["a", "b", "c"]);
    }
  });

  it("seeds differ between questions and between runs", () => {
    assert.notEqual(seedOf("natten", 1), seedOf("natten", 2));
    assert.notEqual(seedOf("natten", 1), seedOf("klockan", 1));
  });
});

describe("SCORM 1.2", () => {
  it("writes time spans with four digits of hours", () => {
    assert.equal(timespan(0), "0000:00:00.00");
    assert.equal(timespan(3_723_450), "0001:02:03.45");
    assert.equal(timespan(-5), "0000:00:00.00");
    assert.equal(clockTime(new Date(2026, 10, 22, 9, 5, 7)), "09:05:07");
  });

  it("finds the API in a frame around it, or around the window that opened it", () => {
    const api = recorder().api;
    const top = frame({ API: api });
    const inner = frame({}, frame({}, top));
    assert.equal(findApi(inner), api);
    assert.equal(findApi(frame({ opener: inner })), api);
    assert.equal(findApi(frame({}, frame({}))), undefined);
  });

  it("finds none behind a frame of another origin", () => {
    const foreign = frame({});
    Object.defineProperty(foreign, "API", {
      get: () => {
        throw new DOMException("Blocked", "SecurityError");
      },
    });
    assert.equal(findApi(frame({}, foreign)), undefined);
  });

  it("saves place, state, status, time and score, then commits", () => {
    const { api, calls } = recorder();
    let clock = 1000;
    const session = Session.begin(api, () => clock);
    clock = 62_000;
    assert.ok(session?.save({ location: "sip", suspendData: "{}", status: "failed", score: 40 }));
    assert.deepEqual(calls, [
      "cmi.core.lesson_location=sip",
      "cmi.suspend_data={}",
      "cmi.core.lesson_status=failed",
      "cmi.core.session_time=0000:01:01.00",
      "cmi.core.exit=suspend",
      "cmi.core.score.min=0",
      "cmi.core.score.max=100",
      "cmi.core.score.raw=40",
      "commit",
    ]);
  });

  it("says so when the system refuses a value, a commit or the session", () => {
    const progress = { location: "", suspendData: "", status: "incomplete" } as const;
    assert.equal(Session.begin(recorder({ LMSSetValue: () => "false" }).api, Date.now)?.save(progress), false);
    assert.equal(Session.begin(recorder({ LMSCommit: () => "false" }).api, Date.now)?.save(progress), false);
    assert.equal(Session.begin(recorder({ LMSInitialize: () => "false" }).api, Date.now), undefined);
  });

  it("goes on numbering interactions after those of earlier sessions", () => {
    const { api, calls } = recorder({ LMSGetValue: (name) => (name === "cmi.interactions._count" ? "4" : "") });
    const session = Session.begin(api, () => 0);
    const asked = { id: "natten", type: "choice", response: "b", key: "a", right: false, at: new Date(2026, 0, 1, 8), latencyMs: 1500 };
    session?.record(asked);
    session?.record({ ...asked, right: true });
    assert.equal(calls[0], "cmi.interactions.4.id=natten");
    assert.ok(calls.includes("cmi.interactions.4.latency=0000:00:01.50"));
    assert.ok(calls.includes("cmi.interactions.4.result=wrong"));
    assert.ok(calls.includes("cmi.interactions.5.result=correct"));
  });

  it("finishes once and is silent afterwards", () => {
    const { api, calls } = recorder();
    const session = Session.begin(api, () => 0);
    session?.finish();
    session?.finish();
    assert.equal(session?.save({ location: "", suspendData: "", status: "incomplete" }), false);
    assert.deepEqual(calls, ["finish"]);
  });
});

function recorder(overrides: Partial<Scorm12Api> = {}): { api: Scorm12Api; calls: string[] } {
  const calls: string[] = [];
  const note = (call: string) => {
    calls.push(call);
    return "true";
  };
  const api: Scorm12Api = {
    LMSInitialize: () => "true",
    LMSFinish: () => note("finish"),
    LMSGetValue: () => "",
    LMSSetValue: (name, value) => note(`${name}=${value}`),
    LMSCommit: () => note("commit"),
    ...overrides,
  };
  return { api, calls };
}

function frame(properties: object, parent?: Window): Window {
  const made = { ...properties } as { parent?: unknown };
  made.parent = parent ?? made;
  return made as Window;
}
