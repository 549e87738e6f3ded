// What only the preview adds to a page: it waits for news of this page, reloads it when it has changed, keeps the
// place that was being read, and lists what is wrong with the data. Everything it is told is shown as text.
(() => {
  "use strict";
  const { page, version } = document.currentScript.dataset;
  // Whatever path a proxy puts before the preview's own, this script came through it.
  const own = new URL(".", document.currentScript.src).href;
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

  // A browser that keeps nothing for this page, such as one that blocks site data, begins at the top again.
  const kept = (use) => {
    try {
      return use(sessionStorage);
    } catch {
      return null;
    }
  };

  const reload = () => {
    kept((storage) => storage.setItem(place, JSON.stringify([scrollX, scrollY])));
    location.reload();
  };

  const returnToPlace = () => {
    const found = kept((storage) => JSON.parse(storage.getItem(place)));
    if (!found) return;
    kept((storage) => storage.removeItem(place));
    const [x, y] = found;
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
        const answer = await fetch(`${own}state?${new URLSearchParams({ page, version })}`);
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
  const name = `briefing-preview:${own}`;
  const others = new BroadcastChannel(name);
  others.onmessage = ask;
  const listen = () =>
    new Promise(() => {
      new EventSource(`${own}events`).onmessage = () => {
        others.postMessage("news");
        ask();
      };
    });

  returnToPlace();
  ask();
  // Pages that are not this computer's own by a name, or are framed without rights, have no locks: they all listen.
  Promise.resolve(navigator.locks?.request(name, listen) ?? listen()).catch(listen);
  document.addEventListener("visibilitychange", ask);
  addEventListener("pageshow", ask);
})();
