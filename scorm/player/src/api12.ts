/** The object that SCORM 1.2 content calls (Run-Time Environment 1.2, §3.3). */
import { Cmi, type Missing } from './cmi';
import { DataModel, type Fault } from './datamodel';

/** Hears what content did; what it set has been accepted by the standard's rules. */
export interface Listener {
  initialized(): void;
  set(element: string, value: string): void;
  /** What the standard does not allow: content has been told, and so is the course's owner. */
  refused(element: string, value: string): void;
  committed(): void;
  finished(): void;
}

const TRUE = 'true';
const FALSE = 'false';

const NONE = 0;
const GENERAL = 101;
const ARGUMENT = 201;
const NOT_INITIALIZED = 301;

const FAULTS: Record<Fault, number> = {
  unknown: 401,
  keyword: 402,
  readOnly: 403,
  index: ARGUMENT,
  dependency: ARGUMENT,
  type: 405,
  range: 405,
  taken: ARGUMENT,
};

const MISSING: Record<Missing, number> = {
  unknown: 401,
  noChildren: 202,
  noCount: 203,
  noVersion: 401,
  index: ARGUMENT,
  writeOnly: 404,
  unset: NONE,
};

/** §3.3.2. */
const WORDS: Record<string, string> = {
  '0': 'No error',
  '101': 'General exception',
  '201': 'Invalid argument error',
  '202': 'Element cannot have children',
  '203': 'Element not an array – cannot have count',
  '301': 'Not initialized',
  '401': 'Not implemented error',
  '402': 'Invalid set value, element is a keyword',
  '403': 'Element is read only',
  '404': 'Element is write only',
  '405': 'Incorrect data type',
};

export class Api12 {
  private readonly cmi: Cmi;
  private running = false;
  private over = false;
  private error = NONE;

  constructor(
    first: Record<string, string>,
    private readonly listener: Listener,
  ) {
    this.cmi = new Cmi(DataModel.scorm12, first);
  }

  // arrow functions: content often takes the functions off the object before it calls them

  readonly LMSInitialize = (parameter: unknown = ''): string => {
    if (text(parameter) !== '') return this.answer(ARGUMENT, FALSE);
    if (this.running || this.over) return this.answer(GENERAL, FALSE);
    this.running = true;
    this.listener.initialized();
    return this.answer(NONE, TRUE);
  };

  readonly LMSFinish = (parameter: unknown = ''): string => {
    if (!this.running) return this.answer(this.over ? GENERAL : NOT_INITIALIZED, FALSE);
    if (text(parameter) !== '') return this.answer(ARGUMENT, FALSE);
    this.running = false;
    this.over = true;
    this.listener.finished();
    return this.answer(NONE, TRUE);
  };

  readonly LMSGetValue = (element: unknown): string => {
    if (!this.running) return this.answer(NOT_INITIALIZED, '');
    const read = this.cmi.get(text(element));
    return 'value' in read ? this.answer(NONE, read.value) : this.answer(MISSING[read.missing], '');
  };

  readonly LMSSetValue = (element: unknown, value: unknown): string => {
    if (!this.running) return this.answer(NOT_INITIALIZED, FALSE);
    const name = text(element);
    const said = text(value);
    const fault = this.cmi.set(name, said);
    if (fault !== undefined) {
      this.listener.refused(name, said);
      return this.answer(FAULTS[fault], FALSE);
    }
    this.listener.set(name, said);
    return this.answer(NONE, TRUE);
  };

  readonly LMSCommit = (parameter: unknown = ''): string => {
    if (!this.running) return this.answer(NOT_INITIALIZED, FALSE);
    if (text(parameter) !== '') return this.answer(ARGUMENT, FALSE);
    this.listener.committed();
    return this.answer(NONE, TRUE);
  };

  readonly LMSGetLastError = (): string => String(this.error);

  readonly LMSGetErrorString = (code: unknown): string => WORDS[text(code)] ?? '';

  readonly LMSGetDiagnostic = (code: unknown): string => {
    const asked = text(code);
    return this.LMSGetErrorString(asked === '' ? this.error : asked);
  };

  private answer(code: number, result: string): string {
    this.error = code;
    return result;
  }
}

export function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
