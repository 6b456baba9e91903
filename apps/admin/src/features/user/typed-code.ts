/** A code as the server knows it: typed full-width or with spaces in between, it is still the same code. */
export function typedCode(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').replaceAll(/[‐−ー–]/g, '-')
}
