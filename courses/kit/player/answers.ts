/**
 * Answers as strings, in the notation SCORM 1.2 wants for cmi.interactions: `b`, `a,c`, `b,a,c` (an order), `1.b,2.a`
 * (pairs), `3.2`. The same string is kept in suspend_data, compared with the key, and reported (2004: scorm2004.ts).
 */
export type Kind = "one" | "many" | "order" | "match" | "number";

/** Ids of options and rows: one character each, since SCORM 1.2 allows no more in a choice. */
export function letter(index: number): string {
  return String.fromCharCode("a".charCodeAt(0) + index);
}

export function joined(parts: readonly string[], kind: Kind): string {
  return (kind === "many" || kind === "match" ? [...parts].sort() : parts).join(",");
}

export function parts(value: string): string[] {
  return value === "" ? [] : value.split(",");
}

/** Whether an answer is right. Everything or nothing: half a routine is not a routine. */
export function isRight(kind: Kind, value: string, key: string): boolean {
  if (kind === "number") {
    return value !== "" && Math.abs(Number(value) - Number(key)) < 1e-9;
  }
  return value === key;
}

/** A number as a Swede or a machine writes it: `3,2`, `3.2`, ` 1 200 `. Undefined when it is none. */
export function numberFrom(typed: string): string | undefined {
  const plain = typed.replace(/\s/g, "").replace(",", ".").replace("−", "-");
  return /^-?\d+(\.\d+)?$/.test(plain) ? String(Number(plain)) : undefined;
}

/** Whole percent, rounded down so that 79.9 never reads as the pass mark 80. */
export function percent(right: number, total: number): number {
  return total === 0 ? 0 : Math.floor((100 * right) / total);
}
