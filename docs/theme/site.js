// Runs on every page of the site, after mermaid: draws diagrams, links the two languages, and searches Chinese with pagefind, because the
// search that TypeDoc brings does not find Chinese words. Everything is loaded from the site itself.
mermaid.initialize({ startOnLoad: false });

addEventListener("DOMContentLoaded", () => {
  for (const code of document.querySelectorAll("pre > code.mermaid")) {
    const diagram = document.createElement("div");
    diagram.className = "mermaid";
    diagram.textContent = code.textContent;
    code.parentElement.replaceWith(diagram);
  }
  mermaid.run();

  const { base } = document.documentElement.dataset;
  const chinese = document.documentElement.lang.startsWith("zh");
  const other = document.createElement("a");
  // pages of the reference have one address in both languages, those of docs name the other
  const here = decodeURI(location.href).slice(decodeURI(new URL(base, location.href).href).length);
  other.href =
    document.querySelector("link[rel=alternate]")?.href ?? `${base}../${chinese ? "en" : "zh"}/${encodeURI(here || "index.html")}`;
  other.textContent = chinese ? "English" : "中文";
  other.className = "other-language";
  document.querySelector(".tsd-toolbar-contents")?.append(other);

  if (!chinese) return;
  document.querySelector("#tsd-search-trigger")?.remove();
  const box = document.createElement("div");
  box.id = "pagefind";
  document.querySelector(".col-content")?.prepend(box);
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = `${base}../pagefind/pagefind-ui.css`;
  document.head.append(style);
  const baseUrl = new URL(`${base}../`, location.href).pathname;
  const script = document.createElement("script");
  script.src = `${base}../pagefind/pagefind-ui.js`;
  script.onload = () => new PagefindUI({ element: "#pagefind", showImages: false, showSubResults: false, resetStyles: false, baseUrl });
  document.head.append(script);
});
