import { createHash } from "node:crypto";
import { joined, letter, numberFrom, type Kind } from "../player/answers.ts";
import type { Faults, Line, Where } from "./source.ts";
import type { Markup } from "./markup.ts";

export interface Option {
  readonly letter: string;
  readonly html: string;
  readonly right: boolean;
  /** Told when the learner chose it, or missed it. */
  readonly feedback?: string;
}

export interface Exercise {
  readonly id: string;
  readonly kind: Kind;
  /** Changes when the question or its answers change, so that old replies are not shown for new questions. */
  readonly rev: string;
  readonly key: string;
  readonly caseHtml: string;
  readonly question: string;
  readonly options: readonly Option[];
  /** The right-hand sides of a matching exercise, each once. */
  readonly targets: readonly { readonly letter: string; readonly html: string }[];
  /** What a number counts: "dagar". */
  readonly unit: string;
  readonly explanation: string;
  readonly where: Where;
}

interface Item {
  readonly mark: string;
  readonly text: string;
  feedback: string;
  readonly line: Line;
}

const ITEM = {
  one: /^\((x| )\)\s+(.+)$/,
  many: /^\[(x| )\]\s+(.+)$/,
  order: /^(\d+)\.\s+(.+)$/,
  match: /^(-)\s+(.+=>.+)$/,
  number: /^(=)\s*(.+)$/,
} satisfies Record<Kind, RegExp>;

const KINDS = Object.keys(ITEM) as Kind[];
const ONE_OF_EACH = "( ) ett val, [ ] flera val, 1. en ordning, - A => B ett par, = ett tal";

/** Reads the lines of one exercise: case, question, answers with indented feedback, `>` explanation. */
export function parseExercise(id: string, lines: readonly Line[], where: Where, markup: Markup, faults: Faults): Exercise | undefined {
  const start = lines.findIndex(({ text }) => kindOf(text) !== undefined);
  const kind = kindOf(lines[start]?.text ?? "");
  if (kind === undefined) {
    faults.add(where, `övningen ”${id}” har inga svar: skriv ${ONE_OF_EACH}`);
    return undefined;
  }
  const { items, explanation } = parseItems(kind, lines.slice(start), faults);
  const { caseText, question } = splitCase(lines.slice(0, start));
  if (question === "") {
    faults.add(where, `övningen ”${id}” saknar en fråga före svaren`);
  }
  if (explanation === "") {
    faults.add(where, `övningen ”${id}” saknar en förklaring (en rad som börjar med >)`);
  }
  const answers = answersOf(kind, items, where, markup, faults);
  const source = JSON.stringify([kind, caseText, question, items.map(({ mark, text }) => [mark, text])]);
  return {
    id,
    kind,
    rev: createHash("sha256").update(source).digest("hex").slice(0, 4),
    caseHtml: markup.blocks(caseText, where),
    question: markup.inline(question, where),
    explanation: markup.inline(explanation, where),
    where,
    ...answers,
  };
}

type Answers = Pick<Exercise, "key" | "options" | "targets" | "unit">;

function answersOf(kind: Kind, items: readonly Item[], where: Where, markup: Markup, faults: Faults): Answers {
  switch (kind) {
    case "one":
    case "many":
      return choices(kind, items, where, markup, faults);
    case "order":
      return ordered(items, where, markup, faults);
    case "match":
      return matched(items, where, markup, faults);
    case "number":
      return counted(items, where, faults);
  }
}

function choices(kind: "one" | "many", items: readonly Item[], where: Where, markup: Markup, faults: Faults): Answers {
  const options = items.map((item, i) => optionOf(item, i, item.mark === "x", markup));
  const right = options.filter((option) => option.right).map((option) => option.letter);
  if (kind === "one" && right.length !== 1) {
    faults.add(where, "precis ett svar ska vara rätt: (x)");
  }
  if (kind === "many" && right.length === 0) {
    faults.add(where, "minst ett svar ska vara rätt: [x]");
  }
  if (options.length < 2 || options.length > 8) {
    faults.add(where, "ge mellan två och åtta svar att välja på");
  }
  for (const item of items.filter(({ mark, feedback }) => mark !== "x" && feedback === "")) {
    faults.add(item.line, "ett fel svar ska ha en indragen rad under sig som säger varför");
  }
  return { key: joined(right, kind), options, targets: [], unit: "" };
}

function ordered(items: readonly Item[], where: Where, markup: Markup, faults: Faults): Answers {
  if (items.length < 3 || items.length > 8) {
    faults.add(where, "en ordning har mellan tre och åtta led");
  }
  const options = items.map((item, i) => optionOf(item, i, true, markup));
  return { key: joined(options.map((option) => option.letter), "order"), options, targets: [], unit: "" };
}

function matched(items: readonly Item[], where: Where, markup: Markup, faults: Faults): Answers {
  const rows = items.map((item) => {
    const [left = "", right = ""] = item.text.split("=>").map((side) => side.trim());
    return { item: { ...item, text: left }, right };
  });
  const targets = [...new Set(rows.map(({ right }) => right))];
  if (rows.length < 2 || targets.length < 2) {
    faults.add(where, "para ihop minst två rader med minst två olika svar");
  }
  const key = rows.map(({ right }, i) => `${letter(i)}.${letter(targets.indexOf(right))}`);
  return {
    key: joined(key, "match"),
    options: rows.map(({ item }, i) => optionOf(item, i, true, markup)),
    targets: targets.map((text, i) => ({ letter: letter(i), html: markup.plain(text) })),
    unit: "",
  };
}

function counted(items: readonly Item[], where: Where, faults: Faults): Answers {
  const found = /^([\d.,\s−-]+)(.*)$/.exec(items[0]?.text ?? "");
  const key = numberFrom(found?.[1] ?? "");
  if (items.length !== 1 || key === undefined) {
    faults.add(where, "ge ett tal som svar, till exempel: = 3,2 dagar");
  }
  return { key: key ?? "", options: [], targets: [], unit: found?.[2]?.trim() ?? "" };
}

function optionOf(item: Item, index: number, right: boolean, markup: Markup): Option {
  return {
    letter: letter(index),
    html: markup.inline(item.text, item.line),
    right,
    ...(item.feedback !== "" && { feedback: markup.inline(item.feedback, item.line) }),
  };
}

function parseItems(kind: Kind, lines: readonly Line[], faults: Faults): { items: Item[]; explanation: string } {
  const items: Item[] = [];
  let explanation = "";
  for (const line of lines.filter(({ text }) => text.trim() !== "")) {
    const found = ITEM[kind].exec(line.text);
    const last = items.at(-1);
    if (line.text.startsWith(">")) {
      explanation = `${explanation} ${line.text.slice(1).trim()}`.trim();
    } else if (found) {
      items.push({ mark: found[1] as string, text: found[2] as string, feedback: "", line });
    } else if (last && /^\s+/.test(line.text)) {
      last.feedback = `${last.feedback} ${line.text.trim()}`.trim();
    } else {
      faults.add(line, `förstår inte raden; ett svar börjar med ${ONE_OF_EACH}`);
    }
  }
  return { items, explanation };
}

/** The last paragraph before the answers asks; what stands before it tells the case. */
function splitCase(lines: readonly Line[]): { caseText: string; question: string } {
  const paragraphs = lines
    .map(({ text }) => text)
    .join("\n")
    .trim()
    .split(/\n\s*\n/);
  return { question: (paragraphs.at(-1) ?? "").replace(/\n/g, " "), caseText: paragraphs.slice(0, -1).join("\n\n") };
}

function kindOf(text: string): Kind | undefined {
  return KINDS.find((kind) => ITEM[kind].test(text));
}
