/** The same table that the server judges by, so that content is told at once what will not be kept. */
import table12 from '../../src/main/resources/se/metodporten/scorm/runtime/cmi-1.2.json';

interface TypeRow {
  name: string;
  accepted?: number;
  words?: string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  blank?: boolean;
}

interface ElementRow {
  name: string;
  type: string;
  access: string;
  role: string;
}

interface Table {
  keywords: string[];
  types: TypeRow[];
  elements: ElementRow[];
}

const LONGEST_NAME = 255;
/** Merge.MOST_ROWS of the server. */
export const MOST_ROWS = 2_000;

export const ErrorCode = {
  none: 0,
  general: 101,
  invalidArgument: 201,
  notInitialized: 301,
  notImplemented: 401,
  keyword: 402,
  readOnly: 403,
  writeOnly: 404,
  incorrectType: 405,
} as const;

export class DataModel {
  private readonly types: Map<string, TypeRow>;
  private readonly elements: Map<string, ElementRow>;
  private readonly containers = new Set<string>();
  private readonly keywords: Set<string>;

  constructor(table: Table) {
    this.types = new Map(table.types.map((t) => [t.name, t]));
    this.elements = new Map(table.elements.map((e) => [e.name, e]));
    this.keywords = new Set(table.keywords);
    for (const { name } of table.elements) {
      for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
        this.containers.add(name.slice(0, dot));
      }
    }
  }

  static readonly scorm12 = new DataModel(table12 as Table);

  /** An error code, or 0 when content may set the element to the value. */
  faultOfSet(name: string, value: string): number {
    if (name.length > LONGEST_NAME) return ErrorCode.notImplemented;
    const pattern = withoutIndices(name);
    const element = this.elements.get(pattern);
    if (element === undefined) {
      return this.keywords.has(lastPart(pattern)) ? ErrorCode.keyword : ErrorCode.notImplemented;
    }
    if (element.role === 'keyword') return ErrorCode.keyword;
    if (!element.access.includes('w')) return ErrorCode.readOnly;
    return this.fits(element.type, value) ? ErrorCode.none : ErrorCode.incorrectType;
  }

  /** Whether the name is that of something that only holds elements and has no value. */
  isContainer(name: string): boolean {
    const pattern = withoutIndices(name);
    return this.containers.has(pattern) && !this.elements.has(pattern);
  }

  private fits(typeName: string, value: string): boolean {
    const type = this.types.get(typeName);
    if (type === undefined) throw new Error(`the table names no type ${typeName}`);
    if (value === '') return type.blank === true;
    if (value.length > (type.accepted ?? LONGEST_NAME)) return false;
    if (type.words?.includes(value) === true) return true;
    if (type.pattern === undefined) return type.words === undefined;
    if (!new RegExp(`^(?:${type.pattern})$`).test(value)) return false;
    const number = Number(value);
    return (
      (number >= (type.minimum ?? -Infinity) && number <= (type.maximum ?? Infinity)) || type.minimum === undefined
    );
  }
}

function withoutIndices(name: string): string {
  // an n that content itself wrote is no index
  return name.replace(/\.n(?=\.|$)/g, '.?').replace(/\.(?:0|[1-9][0-9]{0,4})(?=\.|$)/g, '.n');
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** `cmi.objectives.3.id` → [`cmi.objectives`, 3], outermost first. */
export function indices(name: string): [string, number][] {
  const parts = name.split('.');
  return parts.flatMap((part, i): [string, number][] =>
    /^[0-9]+$/.test(part) ? [[parts.slice(0, i).join('.'), Number(part)]] : [],
  );
}
