import type { Course } from "./course.ts";
import { manifest12 } from "./manifest12.ts";
import { manifest2004 } from "./manifest2004.ts";
import type { Part } from "./parts.ts";

/** imsmanifest.xml in the course's standard. @param files all files of the package but the manifest itself */
export function manifestOf(course: Course, parts: readonly Part[], files: readonly string[]): string {
  const sorted = [...files].sort();
  return course.standard === "2004" ? manifest2004(course, parts, sorted) : manifest12(course, sorted);
}
