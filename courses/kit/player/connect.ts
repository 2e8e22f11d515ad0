import type { Session, Standard } from "./lms.ts";
import { Scorm12, type Scorm12Api } from "./scorm12.ts";
import { Scorm2004, type Scorm2004Api } from "./scorm2004.ts";

/** A session with the learning system around the course; undefined when there is none, or it refuses. */
export function beginSession(standard: Standard, start: Window, now: () => number): Session | undefined {
  if (standard === "2004") {
    const api = findApi<Scorm2004Api>("API_1484_11", start);
    return api && Scorm2004.begin(api, now);
  }
  const api = findApi<Scorm12Api>("API", start);
  return api && Scorm12.begin(api, now);
}

const FARTHEST_FRAME = 20;

/** The API of the nearest frame around the course, else of the window that opened it. */
export function findApi<Api>(name: string, start: Window): Api | undefined {
  return inFramesAround<Api>(name, start) ?? (start.opener ? inFramesAround<Api>(name, start.opener as Window) : undefined);
}

function inFramesAround<Api>(name: string, start: Window): Api | undefined {
  let frame = start;
  for (let depth = 0; depth < FARTHEST_FRAME; depth++) {
    const api = apiOf<Api>(name, frame);
    if (api || frame.parent === frame) {
      return api;
    }
    frame = frame.parent;
  }
  return undefined;
}

function apiOf<Api>(name: string, frame: Window): Api | undefined {
  try {
    return (frame as unknown as Record<string, Api | undefined>)[name];
  } catch (foreign) {
    // A frame of another origin: there is no API for us in it, nor can we look past what it hides.
    if (foreign instanceof DOMException) {
      return undefined;
    }
    throw foreign;
  }
}
