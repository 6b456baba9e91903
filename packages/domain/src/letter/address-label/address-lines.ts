/**
 * An address as the two fields that programs for printing addresses have: up to the number of the house, and what is
 * written after a blank behind it (a building). Blanks before the number, as after a prefecture, divide nothing.
 */
export function addressLines(address: string): { readonly first: string; readonly second: string } {
  const parts = address.trim().split(/[ \u3000]+/)
  const place = parts.findIndex((part) => /[0-9０-９]|[一二三四五六七八九十百千〇]+(番|号|丁目|の)/.test(part))
  const end = place === -1 ? parts.length : place + 1
  return { first: parts.slice(0, end).join(' '), second: parts.slice(end).join('　') }
}
