// How near two folded words are: one slip of the finger apart, or how much of their letters they share.

const FOR_A_SLIP = { latin: 5, kana: 4 }

// Only longer words may hold a slip: in short ones, another letter is another word.
export function mayHoldSlip(word) {
  return (/^[a-z]+$/.test(word) && word.length >= FOR_A_SLIP.latin) ||
    (/^[\u3041-\u3096\u30fc]+$/.test(word) && word.length >= FOR_A_SLIP.kana)
}

// True where one letter is missing, too many, another, or two neighbours are swapped.
export function isOneSlip(left, right) {
  if (Math.abs(left.length - right.length) > 1 || left === right) return false
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}

function pairs(word) {
  const found = new Set([`^${word.slice(0, 1)}`])
  for (let at = 0; at + 1 < word.length; at++) found.add(word.slice(at, at + 2))
  return found
}

// From 0, nothing in common, to 1, the same pairs of letters; the query's pairs are made once.
export function likeness(query) {
  const own = pairs(query)
  return (word) => {
    const theirs = pairs(word)
    let shared = 0
    for (const pair of theirs) if (own.has(pair)) shared++
    return (2 * shared) / (own.size + theirs.size)
  }
}
