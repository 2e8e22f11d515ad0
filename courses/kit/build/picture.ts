import type { Faults, Where } from "./source.ts";

/** What a drawing must not hold: script, own styles (the page's policy blocks them), anything fetched. */
const FORBIDDEN: readonly [RegExp, string][] = [
  [/<script/i, "skript"],
  [/<style|\sstyle=/i, "egen stil (använd kursbyggets klasser, se README)"],
  [/\son\w+=/i, "händelser (on…)"],
  [/<(foreignObject|image|use)\b/i, "foreignObject, image eller use"],
  [/href=/i, "länkar"],
  [/<!ENTITY/i, "entiteter"],
];

/** A drawing from a file, made part of the page: it follows the theme and is read as one image with its description. */
export function svgFigure(svg: string, alt: string, where: Where, faults: Faults): string {
  for (const [pattern, what] of FORBIDDEN) {
    if (pattern.test(svg)) {
      faults.add(where, `bilden innehåller ${what}`);
    }
  }
  const found = /<svg\b([^>]*)>([\s\S]*)<\/svg>/.exec(svg);
  const viewBox = /viewBox="([\d\s.-]+)"/.exec(found?.[1] ?? "")?.[1];
  if (!found || !viewBox) {
    faults.add(where, "bilden saknar <svg viewBox=…>");
    return "";
  }
  const naming = alt === "" ? 'aria-hidden="true"' : `role="img" aria-label="${alt}"`;
  const drawing = (found[2] as string).replace(/<!--[\s\S]*?-->/g, "").replace(/>\s+</g, "><").trim();
  return `<svg class="drawing" xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" focusable="false" ${naming}>${drawing}</svg>`;
}
