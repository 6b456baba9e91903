import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)
const font = (path: string) => resolve(`@expo-google-fonts/${path}.ttf`)

/** Regular of each font, in the order in which papers ask them for a character (papers/paper-style.typ). */
export const regularFonts = [
  font('biz-udpgothic/400Regular/BIZUDPGothic_400Regular'),
  font('noto-sans-jp/400Regular/NotoSansJP_400Regular'),
] as const

/** Bold of each; they have the characters that Regular has. */
export const boldFonts = [
  font('biz-udpgothic/700Bold/BIZUDPGothic_700Bold'),
  font('noto-sans-jp/700Bold/NotoSansJP_700Bold'),
] as const
