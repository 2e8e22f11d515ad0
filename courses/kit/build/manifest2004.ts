import type { Course } from "./course.ts";
import { escaped } from "./page.ts";
import type { Part } from "./parts.ts";

/** What all parts share: stylesheet, script, pictures. */
const SHARED = "gemensamt";

/**
 * SCORM 2004 4th edition, an item for each part. The learner chooses freely or flows from part to part; a part is
 * complete when all its pages have been opened, the course when all its parts are; whether it is passed follows from
 * the test alone.
 */
export function manifest2004(course: Course, parts: readonly Part[], files: readonly string[]): string {
  const { language } = course;
  const title = escaped(course.title);
  const pages = parts.map(({ file }) => file);
  const shared = files.filter((file) => !pages.includes(file));
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${course.id}" version="${escaped(course.version)}"
    xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
    xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
    xmlns:imsss="http://www.imsglobal.org/xsd/imsss"
    xmlns:lom="http://ltsc.ieee.org/xsd/LOM">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 4th Edition</schemaversion>
    <lom:lom>
      <lom:general>
        <lom:title><lom:string language="${language}">${title}</lom:string></lom:title>
        <lom:language>${language}</lom:language>
        <lom:description><lom:string language="${language}">${escaped(course.description)}</lom:string></lom:description>
      </lom:general>
      <lom:lifeCycle>
        <lom:version><lom:string language="x-none">${escaped(course.version)}</lom:string></lom:version>
      </lom:lifeCycle>
    </lom:lom>
  </metadata>
  <organizations default="kurs">
    <organization identifier="kurs" adlseq:objectivesGlobalToSystem="false">
      <title>${title}</title>
${parts.map((part) => item(course, part)).join("\n")}
      <imsss:sequencing>
        <imsss:controlMode choice="true" choiceExit="true" flow="true"/>
      </imsss:sequencing>
    </organization>
  </organizations>
  <resources>
${parts.map(resource).join("\n")}
    <resource identifier="${SHARED}" type="webcontent" adlcp:scormType="asset">
${shared.map((file) => `      <file href="${escaped(file)}"/>`).join("\n")}
    </resource>
  </resources>
</manifest>
`;
}

function item(course: Course, part: Part): string {
  return `      <item identifier="${part.id}" identifierref="sida-${part.id}">
        <title>${escaped(part.title)}</title>
${part.test ? scored(course.passMark) : read()}
      </item>`;
}

/** Complete when every page has been opened; neither passes nor fails. */
function read(): string {
  return `        <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="1.0"/>
        <imsss:sequencing>
          <imsss:rollupRules rollupObjectiveSatisfied="false" objectiveMeasureWeight="0"/>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>`;
}

function scored(passMark: number): string {
  return `        <imsss:sequencing>
          <imsss:objectives>
            <imsss:primaryObjective objectiveID="prov" satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>${passMark / 100}</imsss:minNormalizedMeasure>
            </imsss:primaryObjective>
          </imsss:objectives>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>`;
}

function resource({ id, file }: Part): string {
  return `    <resource identifier="sida-${id}" type="webcontent" adlcp:scormType="sco" href="${file}">
      <file href="${file}"/>
      <dependency identifierref="${SHARED}"/>
    </resource>`;
}
