/** The object that SCORM 1.2 content calls: scorm-again behind a facade that mends what was measured of it. */
import { Scorm12API } from 'scorm-again/scorm12/min';
import { DataModel, ErrorCode, indices, MOST_ROWS } from './datamodel';

/** Hears what content did; everything heard has been accepted by the standard's rules. */
export interface Listener {
  initialized(): void;
  set(element: string, value: string): void;
  committed(): void;
  finished(): void;
}

const TRUE = 'true';
const FALSE = 'false';

export class Api12 {
  private readonly inner: Scorm12API;
  private readonly model = DataModel.scorm12;
  private running = false;
  private over = false;
  private error = '0';

  constructor(
    cmi: Record<string, string>,
    private readonly listener: Listener,
  ) {
    // its transport, timers and judgement of the status are all off: those are the outbox's and the server's
    this.inner = new Scorm12API({
      autocommit: false,
      autocommitSeconds: 3600,
      lmsCommitUrl: false,
      useAsynchronousCommits: false,
      throttleCommits: false,
      asyncModeBeaconBehavior: 'never',
      enableOfflineSupport: false,
      mastery_override: false,
      score_overrides_status: false,
      autoCompleteLessonStatus: false,
      autoProgress: false,
      selfReportSessionTime: true,
      alwaysSendTotalTime: false,
      globalStudentPreferences: false,
      logLevel: 'NONE',
    });
    this.inner.loadFromFlattenedJSON(cmi);
  }

  // arrow functions: content often takes the functions off the object before it calls them

  readonly LMSInitialize = (parameter: unknown = ''): string => {
    const result = this.told(this.inner.LMSInitialize(text(parameter)));
    if (result === TRUE) {
      this.running = true;
      this.listener.initialized();
    }
    return result;
  };

  readonly LMSFinish = (parameter: unknown = ''): string => {
    if (!this.running) return this.refuse(this.over ? ErrorCode.general : ErrorCode.notInitialized, FALSE);
    const result = this.told(this.inner.LMSFinish(text(parameter)));
    if (result === TRUE) {
      this.running = false;
      this.over = true;
      this.listener.finished();
    }
    return result;
  };

  readonly LMSGetValue = (element: unknown): string => {
    if (!this.running) return this.refuse(ErrorCode.notInitialized, '');
    const name = text(element);
    if (this.model.isContainer(name)) return this.refuse(ErrorCode.notImplemented, '');
    return this.told(text(this.inner.LMSGetValue(name)));
  };

  readonly LMSSetValue = (element: unknown, value: unknown): string => {
    if (!this.running) return this.refuse(ErrorCode.notInitialized, FALSE);
    const name = text(element);
    const said = text(value);
    const fault = this.model.faultOfSet(name, said);
    if (fault !== ErrorCode.none) return this.refuse(fault, FALSE);
    if (!this.hasRoomFor(name)) return this.refuse(ErrorCode.invalidArgument, FALSE);
    const result = this.told(this.inner.LMSSetValue(name, said));
    if (result === TRUE) this.listener.set(name, said);
    return result;
  };

  readonly LMSCommit = (parameter: unknown = ''): string => {
    if (!this.running) return this.refuse(ErrorCode.notInitialized, FALSE);
    const result = this.told(this.inner.LMSCommit(text(parameter)));
    if (result === TRUE) this.listener.committed();
    return result;
  };

  readonly LMSGetLastError = (): string => this.error;

  readonly LMSGetErrorString = (code: unknown): string => text(this.inner.LMSGetErrorString(text(code)));

  readonly LMSGetDiagnostic = (code: unknown): string =>
    text(this.inner.LMSGetDiagnostic(text(code) === '' ? this.error : text(code)));

  /** Rows come one after another; a row beyond the next one has no place to go. */
  private hasRoomFor(name: string): boolean {
    return indices(name).every(([array, index]) => {
      const count = Number(this.inner.LMSGetValue(`${array}._count`)) || 0;
      return index <= count && index < MOST_ROWS;
    });
  }

  private told(result: string): string {
    this.error = String(this.inner.LMSGetLastError());
    return result;
  }

  private refuse(code: number, result: string): string {
    this.error = String(code);
    return result;
  }
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
