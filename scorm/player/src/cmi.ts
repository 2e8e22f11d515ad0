/** What content has said and may read: the values of one activity, kept to a standard's table. */
import { indices, withoutIndices, type DataModel, type Fault, type Said } from './datamodel';

/** Why there is nothing to read; each standard has its own number for it. */
export type Missing = 'unknown' | 'noChildren' | 'noCount' | 'noVersion' | 'index' | 'writeOnly' | 'unset';

export type Read = { value: string } | { missing: Missing };

export class Cmi implements Said {
  private readonly values = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  /** `closed`: elements that this activity may only read (`r`) or only write (`w`), or neither (``). */
  constructor(
    readonly model: DataModel,
    first: Record<string, string>,
    private readonly closed: Record<string, string> = {},
  ) {
    for (const [name, value] of Object.entries(first)) this.put(name, value);
  }

  value(name: string): string | undefined {
    return this.values.get(name);
  }

  count(array: string): number {
    return this.counts.get(array) ?? 0;
  }

  /** Sets what the table allows; why not, otherwise. */
  set(name: string, value: string): Fault | undefined {
    const fault = this.model.faultOfSet(name, value, this);
    if (fault !== undefined) return fault;
    if (this.closed[name]?.includes('w') === false) return 'readOnly';
    this.put(name, value);
    return undefined;
  }

  get(name: string): Read {
    const pattern = withoutIndices(name);
    const last = pattern.slice(pattern.lastIndexOf('.') + 1);
    if (this.model.isKeyword(last)) return this.keyword(name, pattern, last);
    const element = this.model.element(pattern);
    if (element === undefined) return { missing: 'unknown' };
    if (!this.isThere(name)) return { missing: 'index' };
    if (!element.access.includes('r') || this.closed[name]?.includes('r') === false) return { missing: 'writeOnly' };
    const value = this.values.get(name) ?? element.unset;
    return value === undefined ? { missing: 'unset' } : { value };
  }

  private keyword(name: string, pattern: string, word: string): Read {
    const parent = pattern.slice(0, -word.length - 1);
    if (!this.isThere(name)) return { missing: 'index' };
    const known = this.model.element(pattern) !== undefined;
    if (!known && this.model.element(parent) === undefined && !this.model.isContainer(parent)) {
      return { missing: 'unknown' };
    }
    switch (word) {
      case '_children':
        return known ? { value: this.model.children(parent).join(',') } : { missing: 'noChildren' };
      case '_count':
        return known ? { value: String(this.count(name.slice(0, -word.length - 1))) } : { missing: 'noCount' };
      default:
        return known ? { value: this.model.version } : { missing: 'noVersion' };
    }
  }

  private isThere(name: string): boolean {
    return indices(name).every(([array, index]) => index < this.count(array));
  }

  private put(name: string, value: string): void {
    this.values.set(name, value);
    for (const [array, index] of indices(name)) this.counts.set(array, Math.max(this.count(array), index + 1));
  }
}
