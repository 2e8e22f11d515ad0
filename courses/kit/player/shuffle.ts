/** An order that looks random but is the same for the same seed, so that a resumed test keeps its order. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  const next = generator(seed);
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const held = result[i] as T;
    result[i] = result[j] as T;
    result[j] = held;
  }
  return result;
}

/** As {@link shuffled}, but never the order given: an ordering exercise must not start solved. */
export function mixedUp<T>(items: readonly T[], seed: number): T[] {
  const result = shuffled(items, seed);
  const unchanged = result.every((item, i) => item === items[i]);
  return unchanged && items.length > 1 ? [...result.slice(1), result[0] as T] : result;
}

/** A number that depends on every character: a seed for the order of one question's options. */
export function seedOf(text: string, seed = 0): number {
  let hash = 2166136261 ^ seed;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  }
  return hash >>> 0;
}

/** mulberry32: small, public domain, good enough to deal questions. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
