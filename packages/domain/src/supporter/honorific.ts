import type { SupporterKind } from './supporter-kind.ts'

/** 敬称 after a name on an envelope or a receipt: the one chosen for the supporter, else 様 for people, 御中 for a body. */
export function honorificOf(kind: SupporterKind, chosen: string): string {
  if (chosen !== '') return chosen
  return kind === 'organization' || kind === 'neighborhood_association' ? '御中' : '様'
}
