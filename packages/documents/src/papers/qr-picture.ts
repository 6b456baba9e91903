import { encode } from 'uqr'

/**
 * A QR code as an SVG of black modules without the quiet border, which its paper has to leave white: four modules on each side.
 * A quarter of it may be dirty or torn: it hangs in shops and lies on counters.
 */
export function qrPicture(text: string): string {
  const { data, size } = encode(text, { ecc: 'Q', border: 0 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}" fill="#000"/></svg>`
}
