import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { exercisesOf, readCourse, type Course } from "../build/course.ts";
import { manifestOf } from "../build/manifest.ts";
import { pageOf } from "../build/page.ts";
import { Faults } from "../build/source.ts";

const GOOD: Readonly<Record<string, string>> = {
  "kurs.md": "---\ntitel: Liten kurs\nversion: 1\nspråk: sv\ngodkänt: 80\n---\nOm något.\n",
  "fakta.txt": "# kommentar\n1 Det första\n",
  "sidor/01-start.md": "---\ntitel: Start & mål\nfakta: 1\n---\nHej **du**. Se [provet](#prov).\n",
  "prov.md": "---\ntitel: Prov\n---\nInledning.\n\n## fraga\nfakta: 1\nsida: start\n\nDet händer något.\n\nVad gör du?\n(x) Rätt\n( ) Fel\n    Därför inte.\n> Så är det.\n",
};

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "kurs-")), "liten");
});

afterEach(() => {
  rmSync(dirname(folder), { recursive: true });
});

function read(changes: Readonly<Record<string, string>> = {}): { course: Course; faults: readonly string[] } {
  for (const [path, text] of Object.entries({ ...GOOD, ...changes })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const faults = new Faults();
  return { course: readCourse(folder, faults), faults: faults.all };
}

function screen(body: string): Readonly<Record<string, string>> {
  return { "sidor/01-start.md": `---\ntitel: Start\nfakta: 1\n---\n${body}\n` };
}

function exercise(body: string): Readonly<Record<string, string>> {
  return screen(`::: övning prova\n${body}\n:::`);
}

describe("a course folder", () => {
  it("is read without faults, also with Windows line ends and a byte order mark", () => {
    assert.deepEqual(read().faults, []);
    assert.deepEqual(read({ "kurs.md": `\uFEFF${GOOD["kurs.md"]?.replaceAll("\n", "\r\n")}` }).faults, []);
  });

  it("becomes a page and a manifest that quote what XML needs quoted", () => {
    const { course } = read();
    assert.match(pageOf(course), /<h1 tabindex="-1">Start &amp; mål<\/h1>/);
    assert.match(pageOf({ ...course, title: "A & <B>" }), /<title>A &amp; &lt;B&gt;<\/title>/);
    assert.match(manifestOf({ ...course, title: "A & <B>" }, ["index.html"]), /<title>A &amp; &lt;B&gt;<\/title>/);
  });

  it("shows raw HTML as text instead of running it", () => {
    assert.match(pageOf(read(screen("<script>alert(1)</script>")).course), /&lt;script&gt;/);
  });
});

describe("exercises", () => {
  const keyOf = (body: string) => {
    const { course, faults } = read(exercise(body));
    assert.deepEqual(faults, []);
    const found = exercisesOf(course)[0];
    return [found?.kind, found?.key];
  };

  it("of every kind know their key", () => {
    assert.deepEqual(keyOf("Fråga?\n( ) A\n    nej\n(x) B\n> C"), ["one", "b"]);
    assert.deepEqual(keyOf("Fråga?\n[x] A\n[ ] B\n    nej\n[x] C\n> D"), ["many", "a,c"]);
    assert.deepEqual(keyOf("Fråga?\n1. A\n2. B\n3. C\n> D"), ["order", "a,b,c"]);
    assert.deepEqual(keyOf("Fråga?\n- A => ett\n- B => två\n- C => ett\n> D"), ["match", "a.a,b.b,c.a"]);
    assert.deepEqual(keyOf("Fråga?\n= 3,2 dagar\n> D"), ["number", "3.2"]);
  });

  it("change their fingerprint with the question and the answers but not with the feedback", () => {
    const revOf = (body: string) => exercisesOf(read(exercise(body)).course)[0]?.rev;
    const before = revOf("Fråga?\n( ) A\n    nej\n(x) B\n> C");
    assert.equal(revOf("Fråga?\n( ) A\n    nej, så är det inte\n(x) B\n> Annat"), before);
    assert.notEqual(revOf("Fråga?\n(x) A\n( ) B\n    nej\n> C"), before);
    assert.notEqual(revOf("En annan fråga?\n( ) A\n    nej\n(x) B\n> C"), before);
  });
});

describe("faults are told with file and line", () => {
  const cases: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
    ["no title", { "sidor/01-start.md": "---\nfakta: 1\n---\nHej\n" }, /01-start\.md:1: inledningen saknar ”titel”/],
    ["a misspelt key", { "sidor/01-start.md": "---\ntitel: A\nfakat: 1\n---\n" }, /okänd nyckel ”fakat”/],
    ["a head that never ends", { "sidor/01-start.md": "---\ntitel: A\n" }, /slutar inte med ---/],
    ["an unknown language", { "kurs.md": "---\ntitel: A\nversion: 1\nspråk: no\ngodkänt: 80\n---\n" }, /språk ska vara sv eller en/],
    ["an impossible pass mark", { "kurs.md": "---\ntitel: A\nversion: 1\nspråk: sv\ngodkänt: 101\n---\n" }, /mellan 1 och 100/],
    ["a fact nobody teaches", { "fakta.txt": "1 Ett\n2 Två\n" }, /punkt 2 lärs inte ut/],
    ["a fact not listed", { "fakta.txt": "2 Två\n" }, /punkt 1 nämns/],
    ["an unknown box", screen("::: rtua\nHej\n:::"), /01-start\.md:5: okänd ruta ”rtua”/],
    ["a box that never ends", screen("::: viktigt\nHej"), /rutan slutar aldrig/],
    ["a link to nowhere", screen("[hit](#ingenstans)"), /ingen sida ”ingenstans”/],
    ["a link without https", screen("[hit](http://exempel.se)"), /https/],
    ["a missing picture", screen("![en bild](bilder/borta.svg)"), /finns inte/],
    ["a picture outside the folder", screen("![en bild](bilder/../kurs.md)"), /finns inte/],
    ["a drawing with script", { ...screen("![en bild](bilder/a.svg)"), "bilder/a.svg": '<svg viewBox="0 0 1 1"><script/></svg>' }, /a\.svg:1: bilden innehåller skript/],
    ["a second main heading", screen("# Rubrik"), /skriv mellanrubriker med ##/],
    ["too many words", screen("ord ".repeat(131)), /131 ord, mer än 130/],
    ["two right answers in a single choice", exercise("Fråga?\n(x) A\n(x) B\n> C"), /precis ett svar/],
    ["a wrong answer without a why", exercise("Fråga?\n(x) A\n( ) B\n> C"), /01-start\.md:8: ett fel svar ska ha/],
    ["no explanation", exercise("Fråga?\n(x) A\n( ) B\n    nej"), /saknar en förklaring/],
    ["no answers", exercise("Fråga?"), /har inga svar/],
    ["an id used twice", screen("::: övning fraga\nFråga?\n= 1\n> C\n:::"), /id ”fraga” ska vara eget/],
    ["a question that teaches nowhere", { "prov.md": (GOOD["prov.md"] ?? "").replace("sida: start\n", "") }, /ingen sida ””/],
    ["a test without questions", { "prov.md": "---\ntitel: Prov\n---\n" }, /inga frågor/],
    [
      "more to remember than SCORM 1.2 holds",
      screen(Array.from({ length: 120 }, (_, i) => `::: övning en-ganska-lang-beteckning-${i}\nFråga?\n= 1\n> C\n:::`).join("\n")),
      /mer än de 4096/,
    ],
  ];
  for (const [name, changes, expected] of cases) {
    it(name, () => {
      assert.match(read(changes).faults.join("\n"), expected);
    });
  }
});
