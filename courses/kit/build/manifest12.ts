import type { Course } from "./course.ts";
import { escaped } from "./page.ts";

/** SCORM 1.2, one SCO. */
export function manifest12(course: Course, files: readonly string[]): string {
  const list = files.map((file) => `      <file href="${escaped(file)}"/>`);
  const title = escaped(course.title);
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${course.id}" version="${escaped(course.version)}"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
    xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <imsmd:lom>
      <imsmd:general>
        <imsmd:title><imsmd:langstring xml:lang="${course.language}">${title}</imsmd:langstring></imsmd:title>
        <imsmd:language>${course.language}</imsmd:language>
        <imsmd:description><imsmd:langstring xml:lang="${course.language}">${escaped(course.description)}</imsmd:langstring></imsmd:description>
      </imsmd:general>
      <imsmd:lifecycle>
        <imsmd:version><imsmd:langstring xml:lang="x-none">${escaped(course.version)}</imsmd:langstring></imsmd:version>
      </imsmd:lifecycle>
    </imsmd:lom>
  </metadata>
  <organizations default="kurs">
    <organization identifier="kurs">
      <title>${title}</title>
      <item identifier="${course.id}-1" identifierref="innehall">
        <title>${title}</title>${course.test ? `\n        <adlcp:masteryscore>${course.passMark}</adlcp:masteryscore>` : ""}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="innehall" type="webcontent" adlcp:scormtype="sco" href="index.html">
${list.join("\n")}
    </resource>
  </resources>
</manifest>
`;
}
