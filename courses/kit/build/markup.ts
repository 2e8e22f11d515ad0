import MarkdownIt, { type MarkdownIt as Parser } from "markdown-it";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { svgFigure } from "./picture.ts";
import { SoftHyphens } from "./soft.ts";
import { idFrom, type Faults, type Where } from "./source.ts";
import type { Texts } from "../player/texts.ts";

const PICTURE = /^bilder\/[\w-]+\.(svg|png|jpe?g|webp)$/;

/** Markdown to well-formed XHTML without raw HTML, inline styles or anything fetched from elsewhere. */
export class Markup {
  /** Picture files to pack (drawings are put into the page instead). */
  readonly pictures = new Set<string>();
  /** Screens that texts link to, and from where: checked when all screens are known. */
  readonly links: { readonly to: string; readonly from: string; readonly where: Where }[] = [];

  private readonly folder: string;
  private readonly faults: Faults;
  private readonly markdown: Parser;
  private readonly newTab: string;
  private readonly soft: SoftHyphens;
  private where: Where = { file: "", line: 0 };

  /** @param hyphenated long words with hyphens where they may break, between commas */
  constructor(folder: string, texts: Texts, hyphenated: string, faults: Faults) {
    this.folder = folder;
    this.faults = faults;
    this.soft = new SoftHyphens(hyphenated);
    this.newTab = texts.opensInNewTab;
    this.markdown = new MarkdownIt({ html: false, xhtmlOut: true, typographer: false });
    this.addLinks();
    this.addPictures();
    this.addTables();
  }

  blocks(text: string, where: Where): string {
    this.where = where;
    return this.soft.into(this.markdown.render(text).trim());
  }

  inline(text: string, where: Where): string {
    this.where = where;
    return this.soft.into(this.markdown.renderInline(text).trim());
  }

  /** Text for an attribute or an `<option>`: no markup at all. */
  plain(text: string): string {
    return this.markdown.utils.escapeHtml(text);
  }

  /** A title, which has no markup but may break on a narrow screen. */
  title(text: string): string {
    return this.soft.into(this.plain(text));
  }

  private addLinks(): void {
    const rules = this.markdown.renderer.rules;
    const external: boolean[] = [];
    rules["link_open"] = (tokens, index) => {
      const href = String(tokens[index]?.attrGet("href") ?? "");
      external.push(!href.startsWith("#"));
      if (href.startsWith("#")) {
        this.links.push({ to: href.slice(1), from: idFrom(this.where.file), where: this.where });
        return `<a href="${this.plain(href)}">`;
      }
      if (!href.startsWith("https://")) {
        this.faults.add(this.where, `länken ”${href}” ska börja med https:// eller vara #sida`);
      }
      return `<a href="${this.plain(href)}" target="_blank" rel="noopener noreferrer">`;
    };
    rules["link_close"] = () => (external.pop() ? ` <span class="new-tab">(${this.newTab})</span></a>` : "</a>");
  }

  private addPictures(): void {
    this.markdown.renderer.rules["image"] = (tokens, index) => {
      const path = String(tokens[index]?.attrGet("src") ?? "");
      const alt = tokens[index]?.content ?? "";
      if (!PICTURE.test(path) || !existsSync(join(this.folder, path))) {
        this.faults.add(this.where, `bilden ”${path}” finns inte; bilder ligger i bilder/ (svg, png, jpg, webp)`);
        return "";
      }
      if (path.endsWith(".svg")) {
        return svgFigure(readFileSync(join(this.folder, path), "utf8"), this.plain(alt), { file: path, line: 1 }, this.faults);
      }
      this.pictures.add(path);
      return `<img src="${path}" alt="${this.plain(alt)}" loading="lazy" />`;
    };
  }

  /** A wide table scrolls in its own, focusable box, so that the page never does. */
  private addTables(): void {
    const rules = this.markdown.renderer.rules;
    rules["table_open"] = () => '<div class="table" tabindex="0" role="group"><table>';
    rules["table_close"] = () => "</table></div>";
  }
}
