/** 募金資材の品目 */
export const materialItems = ['feather', 'envelope', 'poster'] as const
export type MaterialItem = (typeof materialItems)[number]

export const materialItemNames: Record<MaterialItem, string> = {
  feather: '赤い羽根',
  envelope: '募金封筒',
  poster: 'ポスター',
}
