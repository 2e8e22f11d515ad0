/** The element the page must have: the build wrote it, so its absence is a fault in the kit. */
export function one<E extends Element = HTMLElement>(selector: string, inside: ParentNode = document): E {
  const found = inside.querySelector<E>(selector);
  if (!found) {
    throw new Error(`no ${selector} in the page`);
  }
  return found;
}

export function all<E extends Element = HTMLElement>(selector: string, inside: ParentNode = document): E[] {
  return [...inside.querySelectorAll<E>(selector)];
}

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

/** The text of an element without the soft hyphens that let its long words break. */
export function textOf(found: Element): string {
  return (found.textContent ?? "").replaceAll("\u00AD", "");
}
