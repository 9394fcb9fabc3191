// Keys for those who use them; every page does all it can without this file.
"use strict";
(() => {
  const typing = (t) => t.isContentEditable || /^(input|select|textarea)$/i.test(t.tagName);
  const rows = () => [...document.querySelectorAll("[data-row], .card")];
  const go = { h: "/", c: "/contacts", a: "/acts", g: "/agenda", s: "/stories", t: "/timeline", n: "/network", m: "/map", r: "/review" };
  let at = -1, gone = 0;
  const move = (by) => {
    const all = rows();
    if (!all.length) return;
    at = Math.min(all.length - 1, Math.max(0, at + by));
    const link = ["a.open", ".headline a", "a"].map((s) => all[at].querySelector(s)).find(Boolean);
    if (link) link.focus();
  };
  document.addEventListener("keydown", (e) => {
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || typing(e.target)) return;
    if (e.key === "/") { const f = document.getElementById("find"); if (f) { f.focus(); e.preventDefault(); } }
    else if (e.key === "j") move(1);
    else if (e.key === "k") move(-1);
    else if (e.key === "?") location.href = "/help";
    else if (e.key === "g") gone = e.timeStamp;
    else if (gone && e.timeStamp - gone < 1200 && go[e.key]) location.href = go[e.key];
  });
})();
