import type { Tx } from '@sasaeai/db/in-transaction'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { defaultDuesKinds, type DefaultDuesTerms } from '@sasaeai/domain/membership-dues/terms/default-dues-kinds'
import { yen, type Yen } from '@sasaeai/domain/money/yen'
import { codes } from './demo-bundle.ts'

export type DuesCode = (typeof codes.dues)[keyof typeof codes.dues]

/** What a kind of membership suggested so many years ago: 特別会費 rose once, and more of 一般会費 is shared back each year. */
function termsOf(code: string, yearsAgo: number): DefaultDuesTerms & { readonly benefits: string } {
  const kind = defaultDuesKinds.find((each) => each.code === code)
  if (kind === undefined) throw new RangeError(`no kind of membership has the code ${code}`)
  const terms = { ...kind.terms, benefits: '' }
  switch (code) {
    case codes.dues.household:
      return { ...terms, shareBackBasisPoints: [5_000, 4_500][yearsAgo] ?? 4_000 }
    case codes.dues.special:
      return { ...terms, unitYen: yen(yearsAgo >= 2 ? 2_000 : 3_000), benefits: '広報紙「ささえあい」をお届けします。' }
    case codes.dues.organization:
      return { ...terms, benefits: organizationBenefits(yearsAgo) }
    default:
      return terms
  }
}

function organizationBenefits(yearsAgo: number): string {
  const always = '広報紙「ささえあい」とホームページにお名前を掲載します。'
  return yearsAgo >= 2 ? always : `${always}会員証をお渡しします。福祉用具・レクリエーション用品を無料でお貸しします。`
}

/** 目安 per 世帯 or 口, in yen. */
export function demoUnitYen(code: DuesCode, yearsAgo: number): Yen {
  return termsOf(code, yearsAgo).unitYen
}

/** Puts the demo's own terms of every year in the place of those that a new council begins with. */
export async function layDuesTerms(tx: Tx, years: readonly FiscalYear[]): Promise<void> {
  const kinds = await tx.duesKind.findMany({ orderBy: { code: 'asc' } })
  await tx.duesTerms.deleteMany({})
  await tx.duesTerms.createMany({
    data: years.flatMap((fiscalYear, index) =>
      kinds.map((kind) => ({
        duesKindId: kind.id,
        fiscalYear,
        ...termsOf(kind.code, years.length - 1 - index),
      })),
    ),
  })
}

/** 助成金支出 out of 普通預金, in full hundreds of yen. */
export const shareBackAccounts = { expense: '5200', cash: '1120' } as const
export const shareBackStepYen = 100

interface RateOfKind {
  readonly code: DuesCode
  readonly basisPoints: number
}

/** 還元率 so many years ago: of each kind, and of the far districts, which have had a larger share since last year. */
export function shareBackRatesOf(yearsAgo: number): { readonly kinds: readonly RateOfKind[]; readonly far: readonly RateOfKind[] } {
  return {
    kinds: Object.values(codes.dues).map((code) => ({ code, basisPoints: termsOf(code, yearsAgo).shareBackBasisPoints })),
    far: yearsAgo <= 1 ? [{ code: codes.dues.household, basisPoints: 6_000 }] : [],
  }
}

/** 還元金の決まり: to the 校区, in full hundreds of yen; two far districts of few households get a larger share. */
export async function layShareBackRules(
  tx: Tx,
  { years, farDistricts }: { years: readonly FiscalYear[]; farDistricts: readonly string[] },
): Promise<void> {
  const district = await tx.areaType.findFirstOrThrow({ where: { name: '校区' } })
  const account = (code: string) => tx.ledgerAccount.findFirstOrThrow({ where: { code } })
  await tx.duesRules.update({
    where: { id: 1 },
    data: {
      shareBackAreaTypeId: district.id,
      shareBackExpenseAccountId: (await account(shareBackAccounts.expense)).id,
      shareBackCashAccountId: (await account(shareBackAccounts.cash)).id,
      shareBackStepYen,
    },
  })
  const kinds = new Map((await tx.duesKind.findMany()).map((kind) => [kind.code, kind.id]))
  await tx.shareBackRate.createMany({
    data: years.flatMap((fiscalYear, index) =>
      shareBackRatesOf(years.length - 1 - index).far.flatMap(({ code, basisPoints }) =>
        farDistricts.map((areaId) => ({ duesKindId: kinds.get(code) ?? '', fiscalYear, areaId, basisPoints })),
      ),
    ),
  })
}
