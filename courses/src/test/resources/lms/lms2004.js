// A learning system around scorm-again's SCORM 2004, which is not ours either: lists the parts of the manifest, delivers one at
// a time, lets the learner flow and choose freely, keeps each part's data over windows. Nothing of sequencing beyond that.
const ADLCP = "http://www.adlnet.org/xsd/adlcp_v1p3";
const kept = JSON.parse(localStorage.getItem("kept") ?? '{"cmi":{},"said":[],"at":0}');
window.said = kept.said;
window.refused = [];
window.commits = 0;
let parts = [];
let api;
let request = "";

async function open() {
  const manifest = new DOMParser().parseFromString(await (await fetch("course/imsmanifest.xml")).text(), "text/xml");
  const scos = [...manifest.querySelectorAll("resource")].filter((each) => each.getAttributeNS(ADLCP, "scormType") === "sco");
  parts = [...manifest.querySelectorAll("item")].map((item) => ({
    id: item.getAttribute("identifier"),
    href: scos.find((each) => each.getAttribute("identifier") === item.getAttribute("identifierref")).getAttribute("href"),
  }));
  deliver(kept.at);
}

function deliver(index) {
  kept.at = index;
  api = new Scorm2004API({ autocommit: false, logLevel: 5 });
  const { id, href } = parts[index];
  if (kept.cmi[id]) {
    api.loadFromJSON(kept.cmi[id], "cmi");
  }
  document.querySelector("iframe").src = `course/${href}`;
}

function keep() {
  kept.cmi[parts[kept.at].id] = JSON.parse(JSON.stringify(api.cmi));
  localStorage.setItem("kept", JSON.stringify(kept));
}

/** adl.nav is this system's, not the library's: where the learner may go depends on the parts. */
function valid(name) {
  const chosen = /^choice\.\{target=(.+)\}$/.exec(name)?.[1];
  const to = name === "continue" ? kept.at + 1 : parts.findIndex(({ id }) => id === chosen);
  return String(to >= 0 && to < parts.length && !window.stubborn);
}

function go() {
  const chosen = /^\{target=(.+)\}choice$/.exec(request)?.[1];
  if (request !== "") {
    deliver(chosen ? parts.findIndex(({ id }) => id === chosen) : kept.at + 1);
  }
  request = "";
}

window.ask = (name) => api.GetValue(name);
window.state = (part, name) => name.split(".").reduce((value, key) => value?.[key], kept.cmi[part] ?? {});

window.API_1484_11 = {
  Initialize: (nothing) => api.Initialize(nothing),
  GetLastError: () => api.GetLastError(),
  GetValue(name) {
    const nav = /^adl\.nav\.request_valid\.(.+)$/.exec(name);
    return nav ? valid(nav[1]) : api.GetValue(name);
  },
  SetValue(name, value) {
    if (name === "adl.nav.request") {
      request = value;
      return "true";
    }
    const answer = String(api.SetValue(name, value));
    if (answer === "true") {
      window.said.push([name, value]);
    } else {
      window.refused.push(`${name}=${value}: ${api.GetLastError()}`);
    }
    return answer;
  },
  Commit(nothing) {
    const answer = api.Commit(nothing);
    window.commits++;
    keep();
    return answer;
  },
  Terminate(nothing) {
    keep();
    const answer = api.Terminate(nothing);
    go();
    return answer;
  },
};

open();
