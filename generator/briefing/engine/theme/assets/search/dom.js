// Elements made of parts. Text is only ever set as text, so that nothing in it becomes markup.

import { fold } from "./fold.js"

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value)
  }
  element.append(...children.filter((child) => child !== undefined && child !== null))
  return element
}

// `Show {n} more` with its values filled in.
export const say = (label, values) => label.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)

// A name in its language, with what was asked for marked.
export function name(text, words, attributes = {}) {
  const lang = JAPANESE.test(text) ? { lang: "ja" } : {}
  return make("span", { ...attributes, ...lang }, ...marked(text, words))
}

function marked(text, words) {
  const letters = Array.from(text)
  const folded = letters.map((letter) => fold(letter))
  const flat = folded.join("")
  const hit = new Array(flat.length).fill(false)
  for (const word of words) {
    for (let at = flat.indexOf(word); at >= 0; at = flat.indexOf(word, at + word.length)) {
      // The long vowel that whole words are folded without belongs to what was asked for.
      hit.fill(true, at, at + word.length + (flat[at + word.length] === "\u30fc" ? 1 : 0))
    }
  }
  const parts = []
  let at = 0
  letters.forEach((letter, number) => {
    // What folding drops, such as a dot between two words, is marked where both its neighbours are.
    const isHit = hit[at] && (folded[number].length > 0 || hit[at - 1])
    at += folded[number].length
    if (parts.length && parts.at(-1).isHit === isHit) parts.at(-1).text += letter
    else parts.push({ text: letter, isHit })
  })
  return parts.map((part) => (part.isHit ? make("mark", {}, part.text) : part.text))
}
