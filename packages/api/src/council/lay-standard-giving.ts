import type { Tx } from '@sasaeai/db/in-transaction'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { id } from '@sasaeai/domain/ids'
import { councilAccountCode, type GivingGround, standardAccounts, standardGivingTargets } from '@sasaeai/domain/online-giving/settings/standard-giving'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../deps.ts'

/** How many 受付項目 were made; those whose address was taken stay as they are. */
export interface LaidGiving {
  readonly targets: number
}

/** Lays the council's own 支払いの受け口, unless it is there, and the standard 受付項目. The caller notes it in the audit log. */
export async function layStandardGiving(deps: Deps, tx: Tx, payeeName: string): Promise<Outcome<LaidGiving, 'giving_accounts_missing'>> {
  const ground = await readGivingGround(tx)
  const present = await tx.paymentAccount.findUnique({ where: { code: councilAccountCode }, select: { id: true } })
  const paymentAccountId = present?.id ?? deps.newId()
  if (present === null) {
    const accounts = standardAccounts(ground.accounts)
    if (accounts === null) return fail('giving_accounts_missing')
    await tx.paymentAccount.create({ data: { id: paymentAccountId, code: councilAccountCode, name: '社協の受け口', payeeName, ...accounts } })
  }
  const { count } = await tx.givingTarget.createMany({
    data: standardGivingTargets(ground).map(({ suggestedYen, ...target }) => ({
      id: deps.newId(), ...target, paymentAccountId, suggestedYen: suggestedYen.map(BigInt),
    })),
    skipDuplicates: true,
  })
  return succeed({ targets: count })
}

async function readGivingGround(tx: Tx): Promise<GivingGround> {
  const orderBy = { code: 'asc' } as const
  const accounts = await tx.ledgerAccount.findMany({ orderBy })
  const sources = await tx.fundingSource.findMany({ orderBy })
  const funds = await tx.fund.findMany({ orderBy })
  const kinds = await tx.duesKind.findMany({ orderBy, include: { terms: { orderBy: { fiscalYear: 'desc' }, take: 1, select: { payer: true } } } })
  return {
    accounts: accounts.map((account) => ({ ...account, ...identified<'LedgerAccountId'>(account) })),
    sources: sources.map((source) => ({ ...source, ...identified<'FundingSourceId'>(source) })),
    funds: funds.map((fund) => ({ ...fund, ...identified<'FundId'>(fund) })),
    duesKinds: kinds.map(({ terms, ...kind }) => ({ ...kind, ...identified<'DuesKindId'>(kind), payer: terms[0]?.payer ?? null })),
  }
}

function identified<Brand extends string>(row: { readonly id: string; readonly closedOn: Date | null }) {
  return { id: id<Brand>(row.id), closedOn: fromNullableDateColumn(row.closedOn) }
}
