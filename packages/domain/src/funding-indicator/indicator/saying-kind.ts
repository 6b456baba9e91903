/** What of an indicator somebody can say. */
export type SayingKind = 'version' | 'target' | 'actual' | 'review'

export const sayingKindNames: Record<SayingKind, string> = { version: '定義', target: '目標', actual: '実績', review: '評価' }
