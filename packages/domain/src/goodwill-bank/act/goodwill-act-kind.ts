import type { FiscalYear } from '../../calendar/fiscal-year.ts'

/** What happens in 善意銀行. */
export const goodwillActKinds = ['deposit', 'withdrawal', 'write_off', 'stocktaking', 'undo'] as const
export type GoodwillActKind = (typeof goodwillActKinds)[number]

export const goodwillActKindNames: Record<GoodwillActKind, string> = {
  deposit: '預託',
  withdrawal: '払出',
  write_off: '廃棄',
  stocktaking: '棚卸',
  undo: '取消',
}

/** 預託8-12: the kind, the year of Reiwa and a number that runs without gaps in both. */
export function goodwillActName({ kind, fiscalYear, number }: { kind: GoodwillActKind; fiscalYear: FiscalYear; number: number }): string {
  return `${goodwillActKindNames[kind]}${fiscalYear - 2018}-${number}`
}
