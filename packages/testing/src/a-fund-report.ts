import { saveFundReport } from '@sasaeai/api/donation/fund/save-fund-report'
import { fundReportDetailsSchema } from '@sasaeai/domain/donation/fund/fund-report-input'
import type { FundReportId } from '@sasaeai/domain/ids'
import type { ACouncil } from './a-council.ts'

export const reportOfMeals = fundReportDetailsSchema.parse({
  title: '子ども食堂で食事を届けました', body: '月2回、公民館で開きました。', message: 'ありがとうございました。', beneficiaries: 240,
})

/** A draft that tells of 子ども食堂応援 in the council's year. @throws Error with the code of the refusal. */
export async function aFundReport(council: ACouncil): Promise<FundReportId> {
  const input = { fundId: council.fund('子ども食堂応援'), fiscalYear: council.fiscalYear, change: null, details: reportOfMeals }
  const saved = await saveFundReport(council.deps, council.actors.receptionist, input)
  if (!saved.ok) throw new Error(saved.code)
  return saved.value.reportId
}
