import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { ACouncil } from './a-council.ts'

/** 還元金の決まり of a test: 校区 are paid from 普通預金, 40 % of 一般会費 and half of 法人会費, rounded down to ten yen. */
export async function layShareBackTerms(council: ACouncil, { stepYen = 10 }: { stepYen?: number } = {}): Promise<void> {
  const { prisma } = council.deps.db
  const payees = await prisma.areaType.findFirstOrThrow({ where: { name: '校区' } })
  await prisma.duesRules.update({
    where: { id: 1 },
    data: {
      shareBackAreaTypeId: payees.id,
      shareBackExpenseAccountId: council.account('助成金支出'),
      shareBackCashAccountId: council.account('普通預金'),
      shareBackStepYen: stepYen,
    },
  })
  const rates = [['一般会費', 4_000], ['法人会費', 5_000]] as const
  for (const [kind, shareBackBasisPoints] of rates) {
    await prisma.duesTerms.updateMany({
      where: { duesKindId: council.duesKind(kind), fiscalYear: council.fiscalYear },
      data: { shareBackBasisPoints },
    })
  }
}

/** The cut-off day of most stories: the end of November of the council's year. */
export function novemberEnd({ fiscalYear }: ACouncil) {
  return localDate(`${fiscalYear}-11-30`)
}
