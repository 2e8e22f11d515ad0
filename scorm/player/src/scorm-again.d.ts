/** The package's own types name a default export for this file, which has a named one (3.4.3). */
declare module 'scorm-again/scorm12/min' {
  export { Scorm12API } from 'scorm-again';
}
