import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { practiceOf } from "../build/check.ts";
import { readCourse, type Course } from "../build/course.ts";
import { manifestOf } from "../build/manifest.ts";
import { pageOf } from "../build/page.ts";
import { partsOf } from "../build/parts.ts";
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

/** All pages of a course, one after the other. */
function pages(course: Course): string {
  const parts = partsOf(course);
  return parts.map((part) => pageOf(course, part, parts)).join("\n");
}

function manifest(course: Course): string {
  const parts = partsOf(course);
  return manifestOf(course, parts, [...parts.map(({ file }) => file), "kurs.css", "kurs.js"]);
}

function kurs(...lines: string[]): Readonly<Record<string, string>> {
  return { "kurs.md": ["---", "titel: Liten kurs", "version: 1", "språk: sv", ...lines, "---", "Om något.", ""].join("\n") };
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
    assert.match(pages(course), /<h1 tabindex="-1">Start &amp; mål<\/h1>/);
    assert.match(pages({ ...course, title: "A & <B>" }), /<title>A &amp; &lt;B&gt;<\/title>/);
    assert.match(manifest({ ...course, title: "A & <B>" }), /<title>A &amp; &lt;B&gt;<\/title>/);
  });

  it("shows raw HTML as text instead of running it", () => {
    assert.match(pages(read(screen("<script>alert(1)</script>")).course), /&lt;script&gt;/);
  });
});

describe("long words", () => {
  it("may break where the author says, in titles and texts but not in attributes", () => {
    const { course, faults } = read({
      ...kurs("godkänt: 80", "avstava: inskrivnings-meddelande, hemgångs-klar"),
      "sidor/01-start.md": "---\ntitel: Inskrivningsmeddelandet\nfakta: 1\n---\nÄr hon hemgångsklar?\n\n![Ett inskrivningsmeddelande.](bilder/a.svg)\n",
      "bilder/a.svg": '<svg viewBox="0 0 1 1"></svg>',
    });
    assert.deepEqual(faults, []);
    assert.match(pages(course), /<h1 tabindex="-1">Inskrivnings\u00ADmeddelandet<\/h1>/);
    assert.match(pages(course), /Är hon hemgångs\u00ADklar\?/);
    assert.match(pages(course), /aria-label="Ett inskrivningsmeddelande\."/);
    assert.equal(course.screens[0]?.title, "Inskrivningsmeddelandet");
  });
});

describe("a course in parts", () => {
  const PARTS = {
    ...kurs("standard: 2004", "delar: ja", "godkänt: 80"),
    "sidor/01-start.md": "---\ntitel: Start\nkapitel: Ett\nfakta: 1\n---\nSe [mer](#mer).\n",
    "sidor/02-mer.md": "---\ntitel: Mer\n---\nHej\n",
    "sidor/03-slut.md": "---\ntitel: Slut\nkapitel: Två\n---\nHej\n",
  };

  it("has a page for each chapter and one for the test, the first with the name that everyone opens", () => {
    const { course, faults } = read(PARTS);
    assert.deepEqual(faults, []);
    assert.deepEqual(partsOf(course).map(({ file, title }) => [file, title]), [["index.html", "Ett"], ["slut.html", "Två"], ["prov.html", "Prov"]]);
  });

  it("lists the parts in the manifest: read ones complete by what is opened, the test passes by its mark", () => {
    const told = manifest(read(PARTS).course);
    assert.match(told, /<schemaversion>2004 4th Edition<\/schemaversion>/);
    assert.deepEqual(told.match(/<item identifier="[^"]+"/g), ['<item identifier="del-start"', '<item identifier="del-slut"', '<item identifier="del-prov"']);
    assert.equal(told.match(/minProgressMeasure="1.0"/g)?.length, 2);
    assert.match(told, /<imsss:minNormalizedMeasure>0.8</);
    assert.equal(told.match(/adlcp:scormType="sco"/g)?.length, 3);
  });

  it("leads from each part to the others, and from a wrong answer to the page that teaches", () => {
    const html = pages(read(PARTS).course);
    assert.equal(html.match(/class="to-part"/g)?.length, 6);
    assert.match(html, /data-part="del-slut" data-file="slut.html" data-next-part="">Nästa del: Två</);
    assert.match(html, /data-read="start" data-read-title="Start" data-read-part="del-start" data-read-file="index.html"/);
  });
});

describe("a course without a test", () => {
  it("is complete when it has been read", () => {
    const faults = new Faults();
    read();
    rmSync(join(folder, "prov.md"));
    writeFileSync(join(folder, "kurs.md"), kurs()["kurs.md"] as string);
    writeFileSync(join(folder, "sidor/01-start.md"), "---\ntitel: Start\nfakta: 1\n---\nHej\n");
    const course = readCourse(folder, faults);
    assert.deepEqual(faults.all, []);
    assert.doesNotMatch(pages(course), /data-test/);
    assert.doesNotMatch(manifest(course), /masteryscore/);
  });
});

describe("the template", () => {
  it("is a course without faults, on which an author can begin", () => {
    const faults = new Faults();
    const course = readCourse(join(import.meta.dirname, "..", "mall"), faults);
    assert.deepEqual(faults.all, []);
    assert.equal(course.screens.length, 2);
  });
});

describe("exercises", () => {
  const keyOf = (body: string) => {
    const { course, faults } = read(exercise(body));
    assert.deepEqual(faults, []);
    const found = practiceOf(course)[0];
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
    const revOf = (body: string) => practiceOf(read(exercise(body)).course)[0]?.rev;
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
    ["an unknown standard", kurs("godkänt: 80", "standard: 2005"), /standard ska vara 1.2 eller 2004/],
    ["parts in a standard that has none", kurs("godkänt: 80", "delar: ja"), /delar: ja kräver standard: 2004/],
    ["parts neither yes nor no", kurs("godkänt: 80", "delar: kanske"), /delar ska vara ja eller nej/],
    ["parts without a chapter", kurs("godkänt: 80", "standard: 2004", "delar: ja"), /första sidan har ett kapitel/],
    [
      "a link to another part",
      { ...kurs("godkänt: 80", "standard: 2004", "delar: ja"), "sidor/01-start.md": "---\ntitel: Start\nkapitel: Ett\nfakta: 1\n---\nSe [provet](#prov).\n" },
      /01-start\.md:\d+: sidan ”prov” ligger i en annan del/,
    ],
    ["a test without a pass mark", kurs(), /saknar ”godkänt”/],
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
    ["a question that teaches nowhere", { "prov.md": (GOOD["prov.md"] ?? "").replace("sida: start\n", "") }, /frågan ”fraga” saknar ”sida”/],
    ["a question that leads nowhere", { "prov.md": (GOOD["prov.md"] ?? "").replace("sida: start", "sida: borta") }, /ingen sida ”borta”/],
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
