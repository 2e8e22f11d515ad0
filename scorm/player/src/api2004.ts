/** The object that SCORM 2004 content calls (Run-Time Environment 1.1 of the 4th edition, §3.1). */
import { text, type Listener } from './api12';
import { Cmi, type Missing } from './cmi';
import { DataModel, type Fault } from './datamodel';

/** What the server lets this activity do, beside its values. */
export interface Limits {
  /** Elements that it may only read (`r`), only write (`w`), or neither (``). */
  closed: Record<string, string>;
  /** Whether a learner could go to that activity now; undefined for one that there is not. */
  mayGoTo: (activity: string) => boolean | undefined;
}

const TRUE = 'true';
const FALSE = 'false';

const NONE = 0;
const GENERAL_GET = 301;
const GENERAL_SET = 351;
const ARGUMENT = 201;
const OF = {
  initialize: [0, 103, 104],
  terminate: [112, 0, 113],
  get: [122, 0, 123],
  set: [132, 0, 133],
  commit: [142, 0, 143],
} as const;

const FAULTS: Record<Fault, number> = {
  unknown: 401,
  keyword: 404,
  readOnly: 404,
  index: GENERAL_SET,
  dependency: 408,
  type: 406,
  range: 407,
  taken: GENERAL_SET,
};

const MISSING: Record<Missing, number> = {
  unknown: 401,
  noChildren: GENERAL_GET,
  noCount: GENERAL_GET,
  noVersion: GENERAL_GET,
  index: GENERAL_GET,
  writeOnly: 405,
  unset: 403,
};

/** §3.1.7. */
const WORDS: Record<string, string> = {
  '0': 'No Error',
  '101': 'General Exception',
  '102': 'General Initialization Failure',
  '103': 'Already Initialized',
  '104': 'Content Instance Terminated',
  '111': 'General Termination Failure',
  '112': 'Termination Before Initialization',
  '113': 'Termination After Termination',
  '122': 'Retrieve Data Before Initialization',
  '123': 'Retrieve Data After Termination',
  '132': 'Store Data Before Initialization',
  '133': 'Store Data After Termination',
  '142': 'Commit Before Initialization',
  '143': 'Commit After Termination',
  '201': 'General Argument Error',
  '301': 'General Get Failure',
  '351': 'General Set Failure',
  '391': 'General Commit Failure',
  '401': 'Undefined Data Model Element',
  '402': 'Unimplemented Data Model Element',
  '403': 'Data Model Element Value Not Initialized',
  '404': 'Data Model Element Is Read Only',
  '405': 'Data Model Element Is Write Only',
  '406': 'Data Model Element Type Mismatch',
  '407': 'Data Model Element Value Out Of Range',
  '408': 'Data Model Dependency Not Established',
};

const GOES = /^adl\.nav\.request_valid\.(?:choice|jump)\.\{target=(.*)\}$/s;

export class Api2004 {
  /** Content tells by it which standard this is. */
  readonly version = '1.0';

  private readonly cmi: Cmi;
  private phase: 0 | 1 | 2 = 0;
  private error = NONE;

  constructor(
    first: Record<string, string>,
    private readonly listener: Listener,
    private readonly limits: Limits,
  ) {
    this.cmi = new Cmi(DataModel.scorm2004, first, limits.closed);
  }

  // arrow functions: content often takes the functions off the object before it calls them

  readonly Initialize = (parameter: unknown = ''): string => {
    const refused = this.refusal(OF.initialize[this.phase], parameter);
    if (refused !== NONE) return this.answer(refused, FALSE);
    this.phase = 1;
    this.listener.initialized();
    return this.answer(NONE, TRUE);
  };

  readonly Terminate = (parameter: unknown = ''): string => {
    const refused = this.refusal(OF.terminate[this.phase], parameter);
    if (refused !== NONE) return this.answer(refused, FALSE);
    this.phase = 2;
    this.listener.finished();
    return this.answer(NONE, TRUE);
  };

  readonly GetValue = (element: unknown): string => {
    const refused = OF.get[this.phase];
    if (refused !== NONE) return this.answer(refused, '');
    const name = text(element);
    if (name === '') return this.answer(GENERAL_GET, '');
    const goes = GOES.exec(name);
    if (goes !== null) return this.answer(NONE, String(this.limits.mayGoTo(goes[1] ?? '') ?? 'unknown'));
    const read = this.cmi.get(name);
    if ('missing' in read) return this.answer(MISSING[read.missing], '');
    return this.answer(NONE, this.judged(name) ?? read.value);
  };

  readonly SetValue = (element: unknown, value: unknown): string => {
    const refused = OF.set[this.phase];
    if (refused !== NONE) return this.answer(refused, FALSE);
    const name = text(element);
    const said = text(value);
    if (name === '') return this.answer(GENERAL_SET, FALSE);
    if (GOES.test(name)) return this.answer(FAULTS.readOnly, FALSE);
    const fault = this.cmi.set(name, said);
    if (fault !== undefined) {
      this.listener.refused(name, said);
      return this.answer(FAULTS[fault], FALSE);
    }
    this.listener.set(name, said);
    return this.answer(NONE, TRUE);
  };

  readonly Commit = (parameter: unknown = ''): string => {
    const refused = this.refusal(OF.commit[this.phase], parameter);
    if (refused !== NONE) return this.answer(refused, FALSE);
    this.listener.committed();
    return this.answer(NONE, TRUE);
  };

  readonly GetLastError = (): string => String(this.error);

  readonly GetErrorString = (code: unknown): string => WORDS[text(code)] ?? '';

  readonly GetDiagnostic = (code: unknown): string => {
    const asked = text(code);
    return this.GetErrorString(asked === '' ? this.error : asked);
  };

  /** RTE 4.2.4.1 and 4.2.22.1: a threshold in the manifest decides, whatever content said. */
  private judged(name: string): string | undefined {
    switch (name) {
      case 'cmi.completion_status':
        return this.measured('cmi.completion_threshold', 'cmi.progress_measure', 'completed', 'incomplete');
      case 'cmi.success_status':
        return this.measured('cmi.scaled_passing_score', 'cmi.score.scaled', 'passed', 'failed');
      default:
        return undefined;
    }
  }

  private measured(threshold: string, measure: string, reached: string, not: string): string | undefined {
    const least = this.cmi.value(threshold);
    if (least === undefined) return undefined;
    const has = this.cmi.value(measure);
    if (has === undefined) return 'unknown';
    return Number(has) >= Number(least) ? reached : not;
  }

  private refusal(now: number, parameter: unknown): number {
    return now === NONE && text(parameter) !== '' ? ARGUMENT : now;
  }

  private answer(code: number, result: string): string {
    this.error = code;
    return result;
  }
}
