// Measures where the keyboard stands: null on the body; else what it is, its place, its ring against what is behind.
() => {
  const one = document.activeElement
  if (!one || one === document.body) return null
  const rgb = (text) => text.match(/[\d.]+/g).map(Number)
  const linear = (part) => (part / 255 <= 0.04045 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4)
  const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  const contrast = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
    return (light + 0.05) / (dark + 0.05)
  }
  const ground = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const [r, g, b, opaque = 1] = rgb(getComputedStyle(at).backgroundColor)
      if (opaque > 0.9) return [r, g, b]
    }
    return [255, 255, 255]
  }
  // The choice of colours is shown by the label beside it.
  const seen = one.matches(".md-option") ? one.parentElement.querySelector("label:not([hidden])") : one
  const box = seen.getClientRects()[0] ?? seen.getBoundingClientRect()
  const style = getComputedStyle(seen)
  const ringed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
  const within = (at, most) => Math.min(Math.max(at, 0), most - 1)
  const hit = document.elementFromPoint(
    within(box.left + box.width / 2, innerWidth), within(box.top + box.height / 2, innerHeight))
  const regions = [".md-skip", ".md-header", ".md-tabs", ".md-sidebar--primary", ".md-sidebar--secondary",
    ".md-content, .md-top", ".md-footer"]
  return {
    what: `${one.localName}.${one.className} ${one.textContent.trim().slice(0, 30)}`,
    region: regions.findIndex((css) => one.closest(css)),
    ring: ringed ? contrast(rgb(style.outlineColor), ground(seen)) : 0,
    shown: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0
      && box.top < innerHeight && style.visibility === "visible" && Number(style.opacity) > 0,
    covered: !hit || !(seen.contains(hit) || hit.contains(seen)),
  }
}
