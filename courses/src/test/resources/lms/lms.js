// A learning system around scorm-again, an implementation of SCORM 1.2 that is not ours: what is committed outlives the
// window, what is refused is kept for the test to see.
const kept = JSON.parse(localStorage.getItem("cmi") ?? "null");
const api = new Scorm12API({ autocommit: false, logLevel: 5 });
if (kept) {
  api.loadFromJSON(kept.cmi, "");
}
window.said = kept?.said ?? [];
window.refused = [];
window.commits = 0;

function keep() {
  localStorage.setItem("cmi", JSON.stringify({ cmi: JSON.parse(JSON.stringify(api.cmi)), said: window.said }));
}

window.ask = (name) => api.LMSGetValue(name);

window.API = {
  LMSInitialize: (nothing) => api.LMSInitialize(nothing),
  LMSGetValue: (name) => api.LMSGetValue(name),
  LMSGetLastError: () => api.LMSGetLastError(),
  LMSSetValue(name, value) {
    const answer = String(api.LMSSetValue(name, value));
    if (answer === "true") {
      window.said.push([name, value]);
    } else {
      window.refused.push(`${name}=${value}: ${api.LMSGetLastError()}`);
    }
    return answer;
  },
  LMSCommit(nothing) {
    const answer = api.LMSCommit(nothing);
    window.commits++;
    keep();
    return answer;
  },
  LMSFinish(nothing) {
    keep();
    window.said.push(["finished", ""]);
    return api.LMSFinish(nothing);
  },
};
