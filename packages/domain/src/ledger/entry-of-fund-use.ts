import { z } from 'zod'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { fundIdSchema, ledgerAccountIdSchema } from '../id-schemas.ts'
import { negateYen } from '../money/yen.ts'
import { positiveYenSchema } from '../money/yen-schema.ts'
import { normalizeForSearch } from '../text/search-text.ts'
import type { EntryDraft } from './entry-draft.ts'

/** What a person decides of money spent from a fund: the fields of its form. */
export const fundUseFields = {
  usedOn: localDateSchema,
  amountYen: positiveYenSchema,
  /** 支出の科目 that it is spent on. */
  expenseAccountId: z.string().min(1, '支出の科目を選んでください。例：事業費支出').pipe(ledgerAccountIdSchema),
  /** 現金預金 that it is paid from, in the council's own book. */
  cashAccountId: z.string().min(1, '支払う口座を選んでください。例：普通預金').pipe(ledgerAccountIdSchema),
  /** What it was spent on, as the 摘要 says it: 「食材 4月分」. */
  description: z.string().trim().min(1, '使いみちを入力してください。例：食材 4月分').max(200, '使いみちは200文字以内で入力してください。'),
} as const

/** 使用: money of a fund that is paid out for its purpose. */
export const fundUseSchema = z.object({ fundId: fundIdSchema, ...fundUseFields })
export type FundUse = z.output<typeof fundUseSchema>

/** Where a use comes from, and who booked it: with its kind, the id is booked once and never again. */
export type FundUseOrigin = Pick<EntryDraft, 'id' | 'sourceKind' | 'sourceId' | 'postedById'>

/**
 * 支払: the expense carries the fund, so that its balance gets less by as much; no funding source stands on it, so that what
 * was received stays as it was. The cash carries no dimension.
 */
export function entryOfFundUse(use: FundUse & { readonly fundName: string }, origin: FundUseOrigin): EntryDraft {
  const description = `${use.fundName} ${use.description}`
  return {
    ...origin,
    entryDate: use.usedOn,
    kind: 'payment',
    description,
    searchText: normalizeForSearch(description),
    postings: [
      { accountId: use.expenseAccountId, amountYen: use.amountYen, fundId: use.fundId },
      { accountId: use.cashAccountId, amountYen: negateYen(use.amountYen) },
    ],
  }
}
