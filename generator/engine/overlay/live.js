// What only the preview adds to a page: it waits for news of this page, reloads it when it has changed, keeps the
// place that was being read, and lists what is wrong with the data. Everything it is told is shown as text.
(() => {
  "use strict";
  const { page, version } = document.currentScript.dataset;
  const place = `briefing-preview:${location.pathname}`;

  const put = (parent, tag, className, text) => {
    const made = document.createElement(tag);
    made.className = className;
    if (text) made.textContent = text;
    parent.append(made);
    return made;
  };

  const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

  const list = (parent, findings, count) => {
    for (const one of findings) {
      const item = put(parent, "section", "briefing-finding");
      const head = put(item, "p", "briefing-head");
      if (one.place) put(head, "strong", "briefing-place", one.place);
      put(head, "span", "briefing-message", one.message);
      if (one.code) put(head, "code", "briefing-code", one.code);
      if (one.frame) put(item, "pre", "briefing-frame", one.frame);
      for (const line of [one.hint, ...one.related]) if (line) put(item, "p", "briefing-hint", line);
    }
    if (count > findings.length) put(parent, "p", "briefing-more", `and ${count - findings.length} more`);
  };

  const fold = (parent, title, findings, count) => {
    if (!count) return;
    const details = put(parent, "details", "briefing-fold");
    put(details, "summary", "", title);
    list(details, findings, count);
  };

  let shown = "";
  const show = ({ errors, warnings, drafts, counts }) => {
    const told = JSON.stringify({ errors, warnings, drafts, counts });
    if (told === shown) return;
    shown = told;
    document.getElementById("briefing-overlay")?.remove();
    if (!counts || !(counts.errors || counts.warnings || counts.drafts)) return;
    const overlay = put(document.body, "aside", counts.errors ? "briefing-broken" : "briefing-notes");
    overlay.id = "briefing-overlay";
    overlay.setAttribute("aria-label", "Findings of the preview");
    if (counts.errors) {
      overlay.setAttribute("role", "alert");
      const title = `${plural(counts.errors, "error")}: the pages are those of the last good state`;
      put(overlay, "h2", "briefing-title", title);
      list(overlay, errors, counts.errors);
    }
    fold(overlay, plural(counts.warnings, "warning"), warnings, counts.warnings);
    fold(overlay, plural(counts.drafts, "draft"), drafts, counts.drafts);
  };

  const reload = () => {
    sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));
    location.reload();
  };

  const returnToPlace = () => {
    const kept = sessionStorage.getItem(place);
    if (!kept) return;
    sessionStorage.removeItem(place);
    const [x, y] = JSON.parse(kept);
    const go = () => scrollTo({ left: x, top: y, behavior: "instant" });
    go();
    // Pictures and fonts that come late move the text.
    addEventListener("load", go, { once: true });
  };

  // Asked again while it asks, it asks once more: the last answer counts. Nobody looks at a hidden page.
  let asking = false;
  let again = false;
  const ask = async () => {
    again = true;
    if (asking || document.hidden) return;
    asking = true;
    while (again) {
      again = false;
      try {
        const answer = await fetch(`/-/state?${new URLSearchParams({ page, version })}`);
        const news = await answer.json();
        if (news.reload) return reload();
        show(news.report);
      } catch {
        // The preview has ended; when it is back, the stream below says so.
      }
    }
    asking = false;
  };

  // A browser keeps six connections to one host, and a stream holds one for good. So one page listens for all others,
  // and hands the news on; when it goes, the next one takes its turn.
  const others = new BroadcastChannel("briefing-preview");
  others.onmessage = ask;
  const listen = () =>
    new Promise(() => {
      new EventSource("/-/events").onmessage = () => {
        others.postMessage("news");
        ask();
      };
    });

  returnToPlace();
  ask();
  navigator.locks.request("briefing-preview", listen);
  document.addEventListener("visibilitychange", ask);
  addEventListener("pageshow", ask);
})();
