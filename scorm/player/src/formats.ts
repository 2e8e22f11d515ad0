/**
 * The data types of SCORM 2004 that no pattern describes well (RTE 4.1.1). The server has the same in `Formats` and
 * `Responses`; `format-cases.json` holds both to one meaning.
 */
import table2004 from '../../src/main/resources/se/metodporten/scorm/runtime/cmi-2004.json';

const LANGUAGE = /^([A-Za-z]{1,8})(-[A-Za-z0-9]{1,8})*$/;
/** ISO 639-1 and 639-2, with the codes that were withdrawn. */
const LANGUAGES = new Set(table2004.languages.split(' '));
const LANG_DELIMITER = /^\{lang=([^{}]*)\}/;
const SCHEME_ONLY = /^[A-Za-z][A-Za-z0-9+.-]*:$/;
const NOT_IN_URI = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029"<>\\^`{|}[\]]/;
const BAD_ESCAPE = /%(?![0-9A-Fa-f]{2})/;
const REAL = /^[+-]?([0-9]{1,30}(\.[0-9]{0,30})?|\.[0-9]{1,30})$/;
// a zone is allowed after a fraction of a second only
const TIME =
  /^(\d{4})(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d(\.\d{1,2}(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?)?)?)?)?)?)?$/;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2038;

/** long_identifier_type and short_identifier_type, RTE 4.1.1.3 and 4.1.1.7: the syntax of a URI. */
export function isIdentifier(value: string): boolean {
  if (value === '' || NOT_IN_URI.test(value) || BAD_ESCAPE.test(value)) return false;
  return !SCHEME_ONLY.test(value) && !value.startsWith(':');
}

/** language_type, RTE 4.1.1.2: a code of ISO 639, or i or x, and what narrows it. */
export function isLanguage(value: string): boolean {
  const primary = LANGUAGE.exec(value)?.[1]?.toLowerCase();
  if (primary === 'i' || primary === 'x') return value.length > 2;
  return primary !== undefined && LANGUAGES.has(primary);
}

/** localized_string_type, RTE 4.1.1.4: `{lang=sv}text`; without the delimiter it is English. */
export function isLocalized(value: string): boolean {
  const lang = LANG_DELIMITER.exec(value);
  return lang === null || isLanguage(lang[1] ?? '');
}

/** time(second,10,0), RTE 4.1.1.10. */
export function isTime(value: string): boolean {
  const found = TIME.exec(value);
  if (found === null) return false;
  const year = Number(found[1]);
  const day = Number(found[5] ?? '1');
  const month = Number(found[3] ?? '1');
  const days = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year >= FIRST_YEAR && year <= LAST_YEAR && day <= days;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** learner_response by the interaction's type, RTE 4.2.9.1. */
export function isResponse(type: string, value: string): boolean {
  switch (type) {
    case 'true-false':
      return value === 'true' || value === 'false';
    case 'choice':
      return value === '' || areDistinct(value.split('[,]'), isIdentifier);
    case 'fill-in':
      return value.split('[,]').every(isLocalized);
    case 'long-fill-in':
      return isLocalized(value);
    case 'likert':
      return isIdentifier(value);
    case 'matching':
      return value === '' || value.split('[,]').every(isPair);
    case 'performance':
      return value === '' || value.split('[,]').every((step) => isStep(step, false));
    case 'sequencing':
      return value === '' || value.split('[,]').every(isIdentifier);
    case 'numeric':
      return REAL.test(value);
    default:
      return true;
  }
}

/** correct_responses.n.pattern by the interaction's type, RTE 4.2.9.2. */
export function isPattern(type: string, value: string): boolean {
  switch (type) {
    case 'fill-in':
      return withoutDelimiters(value, ['case_matters', 'order_matters'])?.split('[,]').every(isLocalized) ?? false;
    case 'long-fill-in': {
      const text = withoutDelimiters(value, ['case_matters']);
      return text !== undefined && isLocalized(text);
    }
    case 'performance': {
      const steps = withoutDelimiters(value, ['order_matters']);
      return steps !== undefined && steps.split('[,]').every((step) => isStep(step, true));
    }
    case 'matching':
    case 'sequencing':
      return value !== '' && isResponse(type, value);
    case 'numeric':
      return isRange(value);
    default:
      return isResponse(type, value);
  }
}

/** How many correct patterns an interaction of the type may have. */
export function mostPatterns(type: string): number {
  return ['true-false', 'likert', 'numeric', 'other'].includes(type) ? 1 : Infinity;
}

/** Whether two patterns say the same, so that the second one is refused. */
export function isSamePattern(type: string, one: string, other: string): boolean {
  if (type === 'choice') {
    const set = new Set(one.split('[,]'));
    const second = new Set(other.split('[,]'));
    return set.size === second.size && [...set].every((choice) => second.has(choice));
  }
  return type === 'sequencing' && one === other;
}

function areDistinct(parts: string[], isRight: (part: string) => boolean): boolean {
  return new Set(parts).size === parts.length && parts.every(isRight);
}

function isPair(pair: string): boolean {
  const parts = pair.split('[.]');
  return parts.length === 2 && parts.every(isIdentifier);
}

function isStep(step: string, isCorrect: boolean): boolean {
  const parts = step.split('[.]');
  if (parts.length !== 2) return false;
  const [name = '', answer = ''] = parts;
  if (name === '' && answer === '') return false;
  const isRight = !isCorrect || !answer.includes('[:]') || isRange(answer);
  return (name === '' || isIdentifier(name)) && isRight;
}

/** `min[:]max`, either of which may be missing. */
function isRange(value: string): boolean {
  const parts = value.split('[:]');
  if (parts.length !== 2 || !parts.every((p) => p === '' || REAL.test(p))) return false;
  return parts.includes('') || Number(parts[0]) <= Number(parts[1]);
}

/** `{case_matters=true}{order_matters=false}text` → text; undefined when a delimiter says neither true nor false. */
function withoutDelimiters(value: string, names: string[]): string | undefined {
  let rest = value;
  for (;;) {
    const found = /^\{(case_matters|order_matters)=([^{}]*)\}/.exec(rest);
    if (found === null || !names.includes(found[1] ?? '')) return rest;
    if (found[2] !== 'true' && found[2] !== 'false') return undefined;
    rest = rest.slice(found[0].length);
  }
}
