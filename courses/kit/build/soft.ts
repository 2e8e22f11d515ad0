const SOFT_HYPHEN = "\u00AD";

/**
 * Where long words may break: `inskrivnings-meddelande` lets every ”Inskrivningsmeddelandet” break there. Browsers seldom
 * know where Swedish words do, and on a phone a heading is often one word.
 */
export class SoftHyphens {
  private readonly words: ReadonlyMap<string, readonly number[]>;
  private readonly pattern: RegExp | undefined;

  /** @param list words with hyphens, between commas */
  constructor(list: string) {
    const words = list.split(",").map((word) => word.trim().toLowerCase());
    this.words = new Map(words.filter((word) => /^[\p{L}-]+$/u.test(word)).map(breaksOf));
    const all = [...this.words.keys()].sort((a, b) => b.length - a.length);
    this.pattern = all.length > 0 ? new RegExp(all.join("|"), "giu") : undefined;
  }

  /** Puts them into the text of some HTML, not into its tags. */
  into(html: string): string {
    const { pattern } = this;
    if (!pattern) {
      return html;
    }
    return html.replace(/<[^>]*>|[^<]+/g, (piece) => (piece.startsWith("<") ? piece : piece.replace(pattern, (word) => this.broken(word))));
  }

  private broken(word: string): string {
    const breaks = this.words.get(word.toLowerCase()) ?? [];
    return [0, ...breaks].map((start, i) => word.slice(start, breaks[i])).join(SOFT_HYPHEN);
  }
}

function breaksOf(hyphenated: string): [string, readonly number[]] {
  const syllables = hyphenated.split("-");
  const breaks = syllables.slice(1).map((_, i) => syllables.slice(0, i + 1).join("").length);
  return [syllables.join(""), breaks];
}

export function withoutSoftHyphens(text: string): string {
  return text.replaceAll(SOFT_HYPHEN, "");
}
