import type { SupporterKind } from './supporter-kind.ts'

/** 敬称 after a name on an envelope or a receipt: 様 for a person, 御中 for a body. */
export function honorificOf(kind: SupporterKind): '様' | '御中' {
  return kind === 'person' || kind === 'anonymous' ? '様' : '御中'
}
