import type { Db } from '@sasaeai/db/database'
import type { Tx } from '@sasaeai/db/in-transaction'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { id } from '@sasaeai/domain/ids'
import type { LedgerAccountDetails } from '@sasaeai/domain/ledger/ledger-account-details'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'
import { type GroundChange, type GroundTable, groundRowOf } from '../council/ground-table.ts'

const columns = {
  code: true,
  name: true,
  category: true,
  parentId: true,
  siteCode: true,
  serviceCode: true,
  isHeading: true,
  book: true,
  revision: true,
} as const

type AccountProblem =
  | 'account_parent_unusable'
  | 'account_heading_in_use'
  | 'account_has_children'
  | 'account_category_in_use'
  | 'account_book_in_use'
  | 'account_still_needed'

/** 勘定科目. */
export const ledgerAccountTable: GroundTable<LedgerAccountDetails, AccountProblem> = {
  subjectKind: 'ledger_account',
  async read(tx, accountId) {
    const account = await tx.ledgerAccount.findUnique({ where: { id: accountId }, select: columns })
    return groundRowOf(account === null ? null : { ...account, parentId: account.parentId === null ? null : id<'LedgerAccountId'>(account.parentId) })
  },
  insert: (tx, accountId, account) => tx.ledgerAccount.create({ data: { id: accountId, ...account } }),
  update: (tx, accountId, account) => tx.ledgerAccount.update({ where: { id: accountId }, data: account }),
  setClosedOn: (tx, accountId, closedOn) =>
    tx.ledgerAccount.update({ where: { id: accountId }, data: { closedOn } }),
  remove: (tx, accountId) => tx.ledgerAccount.delete({ where: { id: accountId } }),
  problemOfSaving: async (tx, change) => (await problemOfParent(tx, change)) ?? problemOfUse(tx, change),
  problemOfClosing,
}

/** Every account, closed ones included, in the order of their codes. */
export async function listLedgerAccounts({ prisma }: Db) {
  const accounts = await prisma.ledgerAccount.findMany({ orderBy: { code: 'asc' } })
  return accounts.map((account) => ({
    ...account,
    id: id<'LedgerAccountId'>(account.id),
    parentId: account.parentId === null ? null : id<'LedgerAccountId'>(account.parentId),
    closedOn: fromNullableDateColumn(account.closedOn),
  }))
}

type AccountChange = GroundChange<LedgerAccountDetails>

/** A parent is a heading of the same category that does not itself stand below the account. */
async function problemOfParent(tx: Tx, { id: accountId, after }: AccountChange): Promise<Failure<AccountProblem> | null> {
  let above = after.parentId
  for (let steps = 0; above !== null; steps += 1) {
    const parent = (await ledgerAccountTable.read(tx, above))?.details
    const isUsable = parent !== undefined && parent.isHeading && parent.category === after.category && above !== accountId
    if (!isUsable || steps > 20) return fail('account_parent_unusable', { field: 'parentId' })
    above = parent.parentId
  }
  return null
}

const unchanging = ['isHeading', 'category', 'book'] as const

/** What is in the books keeps its meaning: a used account neither becomes a heading nor changes its category or its book. */
async function problemOfUse(
  tx: Tx,
  { id: accountId, before, after }: AccountChange,
): Promise<Failure<AccountProblem> | null> {
  if (before === null || unchanging.every((field) => before[field] === after[field])) return null
  const children = await tx.ledgerAccount.count({ where: { parentId: accountId } })
  if (children > 0 && !after.isHeading) return fail('account_has_children', { field: 'isHeading' })
  const posting = await tx.posting.findFirst({ where: { accountId }, select: { entryId: true } })
  if (before.category !== after.category && (children > 0 || posting !== null || (await neededBy(tx, accountId)) !== null)) {
    return fail('account_category_in_use', { field: 'category' })
  }
  if (before.book !== after.book && (posting !== null || (await neededBy(tx, accountId)) !== null)) {
    return fail('account_book_in_use', { field: 'book' })
  }
  const becomesHeading = after.isHeading && !before.isHeading
  if (becomesHeading && (posting !== null || (await neededBy(tx, accountId)) !== null)) {
    return fail('account_heading_in_use', { field: 'isHeading' })
  }
  return null
}

async function problemOfClosing(tx: Tx, accountId: string): Promise<Failure<AccountProblem> | null> {
  const about = await neededBy(tx, accountId)
  return about === null ? null : fail('account_still_needed', { about })
}

/** The name of something in use that books on the account, or null. */
async function neededBy(tx: Tx, accountId: string): Promise<string | null> {
  const source = await tx.fundingSource.findFirst({ where: { accountId, closedOn: null }, select: { name: true } })
  if (source !== null) return `財源「${source.name}」`
  const campaign = await tx.campaign.findFirst({
    where: { OR: [{ custodyAccountId: accountId }, { cashAccountId: accountId }], closedOn: null },
    select: { name: true },
  })
  if (campaign !== null) return `運動「${campaign.name}」`
  const council = await tx.council.findFirst({ where: { defaultCashAccountId: accountId }, select: { id: true } })
  return council === null ? null : '「社協の情報」の通常の入金先'
}
