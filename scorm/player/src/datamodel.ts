/** The same tables that the server judges by, so that content is told at once what will not be kept. */
import table12 from '../../src/main/resources/se/metodporten/scorm/runtime/cmi-1.2.json';
import table2004 from '../../src/main/resources/se/metodporten/scorm/runtime/cmi-2004.json';
import {
  isIdentifier,
  isLanguage,
  isLocalized,
  isPattern,
  isResponse,
  isSamePattern,
  isTime,
  mostPatterns,
} from './formats';

interface TypeRow {
  name: string;
  kind?: string;
  accepted?: number;
  words?: string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  blank?: boolean;
}

export interface ElementRow {
  name: string;
  type: string;
  access: string;
  role: string;
  /** What content reads before anybody set it. */
  unset?: string;
  /** The element that must be there first. */
  needs?: string;
  /** No two rows of the array have the same. */
  unique?: boolean;
  /** Once set it stays. */
  once?: boolean;
}

interface Table {
  version: string;
  keywords: string[];
  types: TypeRow[];
  elements: ElementRow[];
}

/** Why content may not set an element; each standard has its own number for it. */
export type Fault = 'unknown' | 'keyword' | 'readOnly' | 'index' | 'dependency' | 'type' | 'range' | 'taken';

/** What has been said before, which some rules look at. */
export interface Said {
  value(name: string): string | undefined;
  count(array: string): number;
}

const LONGEST_NAME = 255;
/** An index has one way to be written, or one row would have two names. */
const WRITTEN_WITH_ZERO = /\.0[0-9]+(\.|$)/;
/** Merge.MOST_ROWS of the server. */
export const MOST_ROWS = 2_000;

export class DataModel {
  readonly version: string;
  private readonly types: Map<string, TypeRow & { regex?: RegExp }>;
  private readonly elements: Map<string, ElementRow>;
  private readonly containers = new Map<string, Set<string>>();
  private readonly keywords: Set<string>;

  constructor(table: Table) {
    this.version = table.version;
    this.types = new Map(
      table.types.map((t) => [t.name, t.pattern === undefined ? t : { ...t, regex: new RegExp(`^(?:${t.pattern})$`) }]),
    );
    this.elements = new Map(table.elements.map((e) => [e.name, e]));
    this.keywords = new Set(table.keywords);
    for (const { name } of table.elements) {
      const parts = name.split('.');
      for (let i = 1; i < parts.length; i++) {
        const container = parts.slice(0, i).join('.');
        const children = this.containers.get(container) ?? new Set<string>();
        this.containers.set(container, children.add(parts[i] ?? ''));
      }
    }
  }

  static readonly scorm12 = new DataModel(table12 as Table);
  static readonly scorm2004 = new DataModel(table2004 as Table);

  element(pattern: string): ElementRow | undefined {
    return this.elements.get(pattern);
  }

  isKeyword(word: string): boolean {
    return this.keywords.has(word);
  }

  /** Whether the name is that of something that only holds elements and has no value. */
  isContainer(pattern: string): boolean {
    return this.containers.has(pattern) && !this.elements.has(pattern);
  }

  isArray(pattern: string): boolean {
    return this.containers.get(pattern)?.has('n') === true;
  }

  /** What `_children` answers: those of an array are its rows'. */
  children(pattern: string): string[] {
    const children = this.containers.get(this.isArray(pattern) ? `${pattern}.n` : pattern) ?? new Set<string>();
    return [...children].filter((child) => !this.keywords.has(child) && child !== 'n');
  }

  /** Why content may not set the element to the value; undefined when it may. */
  faultOfSet(name: string, value: string, said: Said): Fault | undefined {
    if (name.length > LONGEST_NAME) return 'unknown';
    const pattern = withoutIndices(name);
    const element = this.elements.get(pattern);
    if (element === undefined) return this.isKeywordOf(pattern) ? 'keyword' : 'unknown';
    if (element.role === 'keyword') return 'keyword';
    if (!element.access.includes('w')) return 'readOnly';
    const rows = indices(name);
    // the rows of shared data are the manifest's
    const more = element.role === 'shared' ? 0 : 1;
    const hasRoom = rows.every(([array, index]) => index < said.count(array) + more && index < MOST_ROWS);
    if (!hasRoom || WRITTEN_WITH_ZERO.test(name)) return 'index';
    if (element.needs !== undefined && said.value(withIndices(element.needs, rows)) === undefined) return 'dependency';
    if (isOneTooMany(element, rows, said)) return 'taken';
    return this.faultOfValue(element, value, rows, said) ?? faultOfRow(element, name, value, rows, said);
  }

  private isKeywordOf(pattern: string): boolean {
    const dot = pattern.lastIndexOf('.');
    const parent = pattern.slice(0, Math.max(0, dot));
    return this.keywords.has(pattern.slice(dot + 1)) && (this.elements.has(parent) || this.containers.has(parent));
  }

  private faultOfValue(element: ElementRow, value: string, rows: Row[], said: Said): Fault | undefined {
    const type = this.types.get(element.type);
    if (type === undefined) throw new Error(`the table names no type ${element.type}`);
    if (value.length > (type.accepted ?? LONGEST_NAME)) return 'type';
    const interaction = type.kind === 'response' || type.kind === 'pattern';
    if (interaction) {
      const of = said.value(withIndices(element.needs ?? '', rows)) ?? '';
      return (type.kind === 'response' ? isResponse(of, value) : isPattern(of, value)) ? undefined : 'type';
    }
    if (value === '') return type.blank === true ? undefined : 'type';
    if (type.words?.includes(value) === true) return undefined;
    if (!fitsKind(type.kind, value)) return 'type';
    if (type.regex === undefined) return type.words === undefined ? undefined : 'type';
    if (!type.regex.test(value)) return 'type';
    const number = Number(value);
    const inside = !(number < (type.minimum ?? -Infinity)) && !(number > (type.maximum ?? Infinity));
    return inside ? undefined : 'range';
  }
}

function fitsKind(kind: string | undefined, value: string): boolean {
  switch (kind) {
    case 'identifier':
      return isIdentifier(value);
    case 'language':
      return isLanguage(value);
    case 'localized':
      return isLocalized(value);
    case 'time':
      return isTime(value);
    default:
      return true;
  }
}

/** What the other rows of the array forbid. */
function faultOfRow(element: ElementRow, name: string, value: string, rows: Row[], said: Said): Fault | undefined {
  const before = said.value(name);
  if (element.once === true && before !== undefined && before !== value) return 'taken';
  const last = rows[rows.length - 1];
  if (last === undefined) return undefined;
  const [array, index] = last;
  const others = (): string[] =>
    Array.from({ length: said.count(array) }, (_, i) => i)
      .filter((i) => i !== index)
      .map((i) => said.value(`${array}.${i}${name.slice(`${array}.${index}`.length)}`))
      .filter((v): v is string => v !== undefined);
  if (element.unique === true && others().includes(value)) return 'taken';
  if (element.type === 'Pattern') {
    const type = said.value(withIndices(element.needs ?? '', rows)) ?? '';
    if (others().some((other) => isSamePattern(type, other, value))) return 'taken';
  }
  return undefined;
}

/** Some interactions have one right answer only. */
function isOneTooMany(element: ElementRow, rows: Row[], said: Said): boolean {
  if (element.type !== 'Pattern') return false;
  const type = said.value(withIndices(element.needs ?? '', rows)) ?? '';
  return (rows[rows.length - 1]?.[1] ?? 0) >= mostPatterns(type);
}

type Row = [array: string, index: number];

export function withoutIndices(name: string): string {
  // an n that content itself wrote is no index
  return name.replace(/\.n(?=\.|$)/g, '.?').replace(/\.[0-9]{1,5}(?=\.|$)/g, '.n');
}

/** `cmi.objectives.3.id` → [`cmi.objectives`, 3], outermost first. */
export function indices(name: string): Row[] {
  const parts = name.split('.');
  return parts.flatMap((part, i): Row[] =>
    /^[0-9]+$/.test(part) ? [[parts.slice(0, i).join('.'), Number(part)]] : [],
  );
}

/** The pattern's element in the same rows. */
function withIndices(pattern: string, rows: Row[]): string {
  let at = 0;
  return pattern.replace(/\.n(?=\.|$)/g, () => `.${rows[at++]?.[1] ?? 0}`);
}
