import { shuffled, mixedUp, seedOf } from "../player/shuffle.ts";
import { textsIn, type Texts } from "../player/texts.ts";
import type { Block, Course, Question, Screen, Test } from "./course.ts";
import type { Exercise, Option } from "./exercise.ts";
import { chaptersOf, type Part } from "./parts.ts";
import { withoutSoftHyphens } from "./soft.ts";

/**
 * A part of the course as one page: every screen an article, of which the script shows one at a time. Well-formed XML, so
 * that anything can read it; no script or style in it, so that the strictest content policy lets it run.
 */
export function pageOf(course: Course, part: Part, parts: readonly Part[]): string {
  const texts = textsIn(course.language);
  const total = part.screens.length + (part.test ? 1 : 0);
  const title = escaped(course.title);
  return `<!DOCTYPE html>
<html lang="${course.language}" data-course="${course.id}" data-version="${escaped(course.version)}" data-standard="${course.standard}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>${parts.length > 1 ? `${escaped(part.title)} – ` : ""}${title}</title>
<link rel="stylesheet" href="kurs.css" />
<script src="kurs.js" defer="defer"></script>
</head>
<body>
<a class="skip" href="#innehall">${texts.skip}</a>
<header class="top">
<p class="course-title">${title}</p>
<p class="where">${parts.length > 1 ? `${texts.part(parts.indexOf(part) + 1, parts.length)} · ` : ""}<span data-where="">${texts.page(1, total)}</span></p>
<progress class="progress" max="${total}" value="1" aria-label="${texts.page(1, total)}" data-progress=""></progress>
</header>
<p class="notice" role="status" data-notice=""></p>
<div class="frame">
${contents(course, part, parts, texts)}
<main id="innehall" tabindex="-1">
<noscript><p class="notice">${texts.noScript}</p></noscript>
${part.screens.map((screen) => screenHtml(screen, texts)).join("\n")}
${part.test ? testHtml(course, part.test, parts, texts) : ""}
<nav class="pager" aria-label="${texts.pageNavigation}">
<a class="button" href="#" hidden="" data-previous="">${texts.previous}</a>
<a class="button primary" href="#" hidden="" data-next="">${texts.next}</a>
${nextPart(part, parts, texts)}
</nav>
</main>
</div>
</body>
</html>
`;
}

/** After the last screen of a part: a way on if the learning system gives one, else where to find it. */
function nextPart(part: Part, parts: readonly Part[], texts: Texts): string {
  const next = parts[parts.indexOf(part) + 1];
  if (!next) {
    return "";
  }
  return `<button type="button" class="button primary" hidden="" data-part="${next.id}" data-file="${next.file}" data-next-part="">${texts.nextPart(escaped(next.title))}</button>
<p hidden="" data-part-done="">${texts.partDone}</p>`;
}

interface Entry {
  readonly id: string;
  readonly titleHtml: string;
}

function contents(course: Course, part: Part, parts: readonly Part[], texts: Texts): string {
  const lists = parts.length > 1 ? parts.map((each) => (each === part ? list(entriesOf(each), each.title) : otherPart(each))) : chapters(course);
  return `<nav class="contents" aria-label="${texts.contents}">
<button type="button" class="button contents-toggle" aria-expanded="false" aria-controls="kapitel" data-contents="">${texts.contents}</button>
<div id="kapitel" class="chapters">${lists.join("\n")}</div>
</nav>`;
}

function chapters({ screens, test }: Course): string[] {
  const lists = chaptersOf(screens).map((chapter) => ({ title: chapter.title, entries: [...chapter.screens] as Entry[] }));
  if (test?.chapter !== undefined) {
    lists.push({ title: test.chapter, entries: [test] });
  } else if (test) {
    lists.at(-1)?.entries.push(test);
  }
  return lists.map(({ title, entries }) => list(entries, title));
}

function entriesOf({ screens, test }: Part): Entry[] {
  return [...screens, ...(test ? [test] : [])];
}

function list(entries: readonly Entry[], title: string): string {
  const link = ({ id, titleHtml }: Entry) =>
    `<li><a href="#${id}" data-to="${id}"><span class="tick" aria-hidden="true"></span><span>${titleHtml}</span><span class="hidden-text" data-visited=""></span></a></li>`;
  return `${title && `<p class="chapter">${escaped(title)}</p>`}<ol>${entries.map(link).join("")}</ol>`;
}

/** Another part: its chapter title, which becomes a way there where the learning system allows. */
function otherPart({ id, title, file }: Part): string {
  return `<p class="chapter"><button type="button" class="to-part" disabled="" data-part="${id}" data-file="${file}">${escaped(title)}</button></p>`;
}

function screenHtml(screen: Screen, texts: Texts): string {
  return `<article class="screen" data-screen="${screen.id}" data-facts="${screen.facts.join(" ")}" hidden="">
<h1 tabindex="-1">${screen.titleHtml}</h1>
${screen.blocks.map((block) => blockHtml(block, texts)).join("\n")}
${screen.source && `<p class="source"><span>${texts.source}:</span> ${escaped(screen.source)}</p>`}
</article>`;
}

function blockHtml(block: Block, texts: Texts): string {
  switch (block.kind) {
    case "text":
      return `<div class="text">${block.html}</div>`;
    case "box":
      return `<section class="box box-${block.box}">${block.title && `<h2 class="box-title">${block.title}</h2>`}${block.html}</section>`;
    case "exercise":
      return `<section class="practice"><h2 class="practice-title">${texts.exercise}</h2>${exerciseHtml(block.exercise, texts)}</section>`;
  }
}

function testHtml({ passMark }: Course, test: Test, parts: readonly Part[], texts: Texts): string {
  const needed = Math.ceil((passMark * test.questions.length) / 100);
  return `<article class="screen" data-screen="${test.id}" data-test="" data-pass="${passMark}" hidden="">
<h1 tabindex="-1" data-title="${escaped(test.title)}">${test.titleHtml}</h1>
<div data-intro="">
<div class="text">${test.introHtml}</div>
<section class="box box-viktigt"><p>${texts.testFacts(test.questions.length, passMark, needed)}</p></section>
<div data-unread="" hidden=""><h2 class="box-title">${texts.unread}</h2><ul></ul></div>
<p><button type="button" class="button primary" data-start="">${texts.startTest}</button></p>
</div>
${test.questions.map((question) => questionHtml(question, parts, texts)).join("\n")}
<div data-result="" hidden=""></div>
</article>`;
}

function questionHtml({ exercise, facts, screen }: Question, parts: readonly Part[], texts: Texts): string {
  const part = parts.find(({ screens }) => screens.some(({ id }) => id === screen));
  const title = part?.screens.find(({ id }) => id === screen)?.title ?? "";
  const elsewhere = part && !part.test ? ` data-read-part="${part.id}" data-read-file="${part.file}"` : "";
  return `<div class="question" data-question="" data-facts="${facts.join(" ")}" data-read="${screen}" data-read-title="${escaped(title)}"${elsewhere} hidden="">
${exerciseHtml(exercise, texts)}
</div>`;
}

function exerciseHtml(exercise: Exercise, texts: Texts): string {
  const { id, kind, rev, key } = exercise;
  return `<div class="exercise" data-exercise="${id}" data-kind="${kind}" data-rev="${rev}" data-key="${key}">
${exercise.caseHtml && `<div class="case" id="${id}-fall">${exercise.caseHtml}</div>`}
<fieldset aria-describedby="${exercise.caseHtml && `${id}-fall `}${id}-hur">
<legend>${exercise.question}</legend>
<p class="how" id="${id}-hur">${how(exercise, texts)}</p>
${controls(exercise, texts)}
</fieldset>
<p class="complaint" role="alert" data-complaint=""></p>
<p class="actions"><button type="button" class="button primary" data-answer="">${texts.answer}</button></p>
<div class="outcome" role="status" data-outcome=""></div>
<div hidden="" data-feedback="">${feedback(exercise)}<p data-explanation="">${exercise.explanation}</p></div>
</div>`;
}

function feedback({ options }: Exercise): string {
  return options
    .filter((option) => option.feedback !== undefined)
    .map(({ letter, feedback: told }) => `<p data-of="${letter}">${told}</p>`)
    .join("");
}

function how({ kind }: Exercise, texts: Texts): string {
  switch (kind) {
    case "one":
      return texts.chooseOne;
    case "many":
      return texts.chooseMany;
    case "order":
      return texts.putInOrder;
    case "match":
      return texts.choosePairs;
    case "number":
      return texts.notANumber;
  }
}

function controls(exercise: Exercise, texts: Texts): string {
  const { id, kind, options } = exercise;
  switch (kind) {
    case "one":
      return `<div class="options">${dealt(exercise).map((option) => choice(id, "radio", option)).join("")}</div>`;
    case "many":
      return `<div class="options">${dealt(exercise).map((option) => choice(id, "checkbox", option)).join("")}</div>`;
    case "order":
      return `<ol class="ordering">${mixedUp(options, seedOf(id)).map((option) => step(option, texts)).join("")}</ol>`;
    case "match":
      return `<div class="pairs">${dealt(exercise).map((option) => pair(exercise, option, texts)).join("")}</div>`;
    case "number":
      return `<p class="number"><label for="${id}-tal">${texts.yourAnswer}</label> <input id="${id}-tal" type="text" inputmode="decimal" autocomplete="off" size="8" /> <span>${escaped(exercise.unit)}</span></p>`;
  }
}

/** The options in an order of the question's own: an author tends to write the right one first. */
function dealt({ id, options }: Exercise): Option[] {
  return shuffled(options, seedOf(id));
}

function choice(id: string, type: "radio" | "checkbox", { letter, html }: Option): string {
  return `<label class="option" data-option="${letter}"><input type="${type}" name="${id}" value="${letter}" /><span class="option-text">${html}</span><span class="mark" data-mark=""></span></label>`;
}

function step({ letter, html }: Option, texts: Texts): string {
  const label = escaped(withoutSoftHyphens(textIn(html)));
  return `<li class="step" data-option="${letter}"><span class="option-text">${html}</span><span class="moves"><button type="button" class="button move" data-move="-1" aria-label="${texts.moveUp}: ${label}"><span aria-hidden="true">↑</span></button><button type="button" class="button move" data-move="1" aria-label="${texts.moveDown}: ${label}"><span aria-hidden="true">↓</span></button></span><span class="mark" data-mark=""></span></li>`;
}

function pair({ id, targets }: Exercise, { letter, html }: Option, texts: Texts): string {
  const choices = targets.map((target) => `<option value="${target.letter}">${target.html}</option>`);
  return `<div class="pair" data-option="${letter}"><label for="${id}-${letter}" class="option-text">${html}</label><select id="${id}-${letter}"><option value="">${texts.choose}</option>${choices.join("")}</select><span class="mark" data-mark=""></span></div>`;
}

function textIn(html: string): string {
  return html
    .replace(/<[^>]+>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
