import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isRight, joined, numberFrom, percent } from "../player/answers.ts";
import { beginSession, findApi } from "../player/connect.ts";
import type { Interaction } from "../player/lms.ts";
import { clockTime, Scorm12, timespan, type Scorm12Api } from "../player/scorm12.ts";
import { duration, moment, Scorm2004, type Scorm2004Api } from "../player/scorm2004.ts";
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

const ASKED: Interaction = {
  id: "natten",
  kind: "one",
  question: "När ska meddelandet senast skickas?",
  response: "b",
  key: "a",
  right: false,
  shown: new Date(Date.UTC(2026, 0, 1, 8, 0, 0, 120)),
  answered: new Date(Date.UTC(2026, 0, 1, 8, 0, 1, 620)),
  objectives: ["fakta-4"],
};

describe("the learning system", () => {
  it("is the API in a frame around the course, or around the window that opened it", () => {
    const { api } = recorder12();
    const top = frame({ API: api });
    const inner = frame({}, frame({}, top));
    assert.equal(findApi("API", inner), api);
    assert.equal(findApi("API", frame({ opener: inner })), api);
    assert.equal(findApi("API", frame({}, frame({}))), undefined);
  });

  it("is none behind a frame of another origin", () => {
    const foreign = frame({});
    Object.defineProperty(foreign, "API", {
      get: () => {
        throw new DOMException("Blocked", "SecurityError");
      },
    });
    assert.equal(findApi("API", frame({}, foreign)), undefined);
  });

  it("is spoken to in the course's standard, when both are offered", () => {
    const window = frame({ API: recorder12().api, API_1484_11: recorder2004().api });
    assert.ok(beginSession("1.2", window, Date.now) instanceof Scorm12);
    assert.ok(beginSession("2004", window, Date.now) instanceof Scorm2004);
    assert.equal(beginSession("2004", frame({ API: recorder12().api }), Date.now), undefined);
  });
});

describe("SCORM 1.2", () => {
  it("writes time spans with four digits of hours", () => {
    assert.equal(timespan(0), "0000:00:00.00");
    assert.equal(timespan(3_723_450), "0001:02:03.45");
    assert.equal(timespan(-5), "0000:00:00.00");
    assert.equal(clockTime(new Date(2026, 10, 22, 9, 5, 7)), "09:05:07");
  });

  it("saves place, state, status, time and score, then commits", () => {
    const { api, calls } = recorder12();
    let clock = 1000;
    const session = Scorm12.begin(api, () => clock);
    clock = 62_000;
    assert.ok(session?.save({ location: "sip", suspendData: "{}", outcome: "failed", read: 0.5, score: 40 }));
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
    const progress = { location: "", suspendData: "", outcome: "incomplete", read: 0 } as const;
    assert.equal(Scorm12.begin(recorder12({ LMSSetValue: () => "false" }).api, Date.now)?.save(progress), false);
    assert.equal(Scorm12.begin(recorder12({ LMSCommit: () => "false" }).api, Date.now)?.save(progress), false);
    assert.equal(Scorm12.begin(recorder12({ LMSInitialize: () => "false" }).api, Date.now), undefined);
  });

  it("goes on numbering interactions after those of earlier sessions", () => {
    const { api, calls } = recorder12({ LMSGetValue: (name) => (name === "cmi.interactions._count" ? "4" : "") });
    const session = Scorm12.begin(api, () => 0);
    session?.record(ASKED);
    session?.record({ ...ASKED, right: true });
    assert.deepEqual(calls.slice(0, 3), ["cmi.interactions.4.id=natten", "cmi.interactions.4.type=choice", "cmi.interactions.4.objectives.0.id=fakta-4"]);
    assert.ok(calls.includes("cmi.interactions.4.latency=0000:00:01.50"));
    assert.ok(calls.includes("cmi.interactions.4.result=wrong"));
    assert.ok(calls.includes("cmi.interactions.5.result=correct"));
  });

  it("finishes once and is silent afterwards", () => {
    const { api, calls } = recorder12();
    const session = Scorm12.begin(api, () => 0);
    session?.finish();
    session?.finish();
    assert.equal(session?.save({ location: "", suspendData: "", outcome: "incomplete", read: 0 }), false);
    assert.deepEqual(calls, ["finish"]);
  });
});

describe("SCORM 2004", () => {
  it("writes time as ISO 8601, with a zone only after a fraction", () => {
    assert.equal(duration(0), "PT0H0M0.00S");
    assert.equal(duration(3_723_450), "PT1H2M3.45S");
    assert.equal(duration(-5), "PT0H0M0.00S");
    assert.equal(moment(ASKED.shown), "2026-01-01T08:00:00.12Z");
  });

  it("saves completion and success apart, and how much has been read", () => {
    const { api, calls } = recorder2004();
    const session = Scorm2004.begin(api, () => 0);
    assert.ok(session?.save({ location: "sip", suspendData: "{}", outcome: "failed", read: 2 / 3, score: 73 }));
    assert.deepEqual(calls, [
      "cmi.location=sip",
      "cmi.suspend_data={}",
      "cmi.completion_status=completed",
      "cmi.progress_measure=0.6667",
      "cmi.session_time=PT0H0M0.00S",
      "cmi.exit=suspend",
      "cmi.score.min=0",
      "cmi.score.max=100",
      "cmi.score.raw=73",
      "cmi.score.scaled=0.73",
      "cmi.success_status=failed",
      "commit",
    ]);
  });

  it("says nothing of success in a part that is only read", () => {
    const { api, calls } = recorder2004();
    Scorm2004.begin(api, () => 0)?.save({ location: "", suspendData: "", outcome: "completed", read: 1 });
    assert.ok(calls.includes("cmi.completion_status=completed"));
    assert.ok(!calls.some((call) => call.includes("success") || call.includes("score")));
  });

  for (const [kind, response, told, key, pattern] of [
    ["many", "a,c", "a[,]c", "a,b", "a[,]b"],
    ["order", "b,a,c", "b[,]a[,]c", "a,b,c", "a[,]b[,]c"],
    ["match", "a.b,b.a", "a[.]b[,]b[.]a", "a.a,b.b", "a[.]a[,]b[.]b"],
    ["number", "3.1", "3.1", "3.2", "3.2[:]3.2"],
  ] as const) {
    it(`reports an answer to ”${kind}” in the notation of its type`, () => {
      const { api, calls } = recorder2004();
      Scorm2004.begin(api, () => 0)?.record({ ...ASKED, kind, response, key });
      assert.ok(calls.includes(`cmi.interactions.0.learner_response=${told}`), calls.join(" "));
      assert.ok(calls.includes(`cmi.interactions.0.correct_responses.0.pattern=${pattern}`), calls.join(" "));
    });
  }

  it("reports when a question was shown, how long it took, what it was about and what it asked", () => {
    const { api, calls } = recorder2004({ GetValue: (name) => (name === "cmi.interactions._count" ? "4" : "") });
    Scorm2004.begin(api, () => 0)?.record({ ...ASKED, question: "x".repeat(300) });
    assert.deepEqual(calls.slice(0, 4), [
      "cmi.interactions.4.id=natten",
      "cmi.interactions.4.type=choice",
      "cmi.interactions.4.objectives.0.id=fakta-4",
      "cmi.interactions.4.timestamp=2026-01-01T08:00:00.12Z",
    ]);
    assert.ok(calls.includes("cmi.interactions.4.latency=PT0H0M1.50S"));
    assert.ok(calls.includes("cmi.interactions.4.result=incorrect"));
    assert.ok(calls.includes(`cmi.interactions.4.description=${"x".repeat(230)}`));
  });

  it("goes to another part when the system offers it, once, and ends this one", () => {
    const { api, calls } = recorder2004({ GetValue: (name) => (name === "adl.nav.request_valid.choice.{target=del-slut}" ? "true" : "unknown") });
    const session = Scorm2004.begin(api, () => 0);
    assert.equal(session?.offers("next"), false);
    assert.equal(session?.offers({ item: "del-slut" }), true);
    session?.goTo({ item: "del-slut" });
    assert.equal(session?.offers({ item: "del-slut" }), false);
    session?.finish();
    assert.deepEqual(calls, ["adl.nav.request={target=del-slut}choice", "terminate"]);
  });

  it("says so when the system refuses", () => {
    const progress = { location: "", suspendData: "", outcome: "incomplete", read: 0 } as const;
    assert.equal(Scorm2004.begin(recorder2004({ SetValue: () => "false" }).api, Date.now)?.save(progress), false);
    assert.equal(Scorm2004.begin(recorder2004({ Initialize: () => "false" }).api, Date.now), undefined);
  });
});

function recorder12(overrides: Partial<Scorm12Api> = {}): { api: Scorm12Api; calls: string[] } {
  const { calls, note } = notes();
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

function recorder2004(overrides: Partial<Scorm2004Api> = {}): { api: Scorm2004Api; calls: string[] } {
  const { calls, note } = notes();
  const api: Scorm2004Api = {
    Initialize: () => "true",
    Terminate: () => note("terminate"),
    GetValue: () => "",
    SetValue: (name, value) => note(`${name}=${value}`),
    Commit: () => note("commit"),
    ...overrides,
  };
  return { api, calls };
}

function notes(): { calls: string[]; note: (call: string) => string } {
  const calls: string[] = [];
  return {
    calls,
    note: (call) => {
      calls.push(call);
      return "true";
    },
  };
}

function frame(properties: object, parent?: Window): Window {
  const made = { ...properties } as { parent?: unknown };
  made.parent = parent ?? made;
  return made as Window;
}
