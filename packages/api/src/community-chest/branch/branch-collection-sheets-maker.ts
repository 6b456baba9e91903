import { type BranchCollectionSheet, setBranchCollectionSheets } from '@sasaeai/documents/papers/branch-collection-sheets'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { countMeaningNames } from '@sasaeai/domain/community-chest/method/collection-method-kind'
import { branchCollectionSheetsOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, sumYen, type Yen, yen } from '@sasaeai/domain/money/yen'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { type PrintedBranch, type PrintedCampaign, readBranchSheets } from './read-branch-sheets.ts'

/** 取りまとめ書: one sheet for each 校区分会 of a drive. */
export const branchCollectionSheetsMaker = paperMaker('branch_collection_sheets', branchCollectionSheetsOrderSchema, {
  async title(deps, order) {
    const found = await readBranchSheets(deps, order)
    if (found === null) return fail('document_subject_gone')
    return found.branches.length === 0 ? fail('document_subject_gone') : succeed(titleOf(found.campaign))
  },
  async make(desk, { campaignId, areaId, issuedOn = desk.day }) {
    const found = await readBranchSheets(desk.deps, { campaignId, areaId })
    if (found === null || found.branches.length === 0) return null
    const { campaign, branches } = found
    await desk.expect(branches.length)
    const sheets = branches.map((branch) => sheetOf(branch, campaign))
    await noteMissingCharacters(desk, sheets.map((sheet) => ({ subject: sheet.areaName, words: sheet })))
    const head = await readPaperHead(desk, { title: titleOf(campaign), day: issuedOn })
    // The office collects under the name of its branch of the prefectural body, where it has one.
    const council = campaign.branchName === '' ? head.council : { ...head.council, name: campaign.branchName }
    const campaignName = `${formatFiscalYear(campaign.fiscalYear)}　${campaign.name}`
    const bytes = await setBranchCollectionSheets({ ...head, council, campaignName, issuedOn: formatLocalDate(issuedOn), sheets })
    await desk.advance(branches.length)
    return { fileName: `取りまとめ書_${formatFiscalYear(campaign.fiscalYear)}_${campaign.name}.pdf`, mediaType: pdfType, bytes }
  },
})

function titleOf({ fiscalYear, name }: PrintedCampaign): string {
  return `取りまとめ書 ${formatFiscalYear(fiscalYear)} ${name}`
}

function sheetOf(branch: PrintedBranch, { opensOn, closesOn, suggestedYen }: PrintedCampaign): BranchCollectionSheet {
  const { name, methods, associations, officers } = branch
  const households = householdsOf(branch)
  const goals = methods.flatMap(({ goalYen }) => (goalYen === null ? [] : [yen(goalYen)]))
  const words = (amount: Yen | null) => (amount === null ? '' : formatYen(amount))
  return {
    areaName: name,
    facts: [
      { label: '期間', text: `${formatLocalDate(opensOn)}から${formatLocalDate(closesOn)}まで` },
      ...(households === null ? [] : [{ label: '世帯数', text: `${groupDigits(households)}世帯` }]),
      ...(goals.length === 0 ? [] : [{ label: '目標額', text: `${formatYen(sumYen(goals))}円` }]),
      ...(suggestedYen === null ? [] : [{ label: '1世帯当たりの目安', text: `${formatYen(suggestedYen)}円` }]),
    ],
    methods: methods.map((method) => ({ name: method.name, goal: words(method.goalYen), unit: countMeaningNames[method.countMeaning] })),
    goalTotal: goals.length === 0 ? '' : formatYen(sumYen(goals)),
    associations: associations.map((each) => ({
      name: each.name, households: each.households === null ? '' : groupDigits(each.households), goal: words(each.goalYen),
    })),
    officers,
  }
}

/** Of the 校区 itself where they were recorded for it, else those of its 自治会 together. */
function householdsOf({ households, associations }: PrintedBranch): number | null {
  if (households !== null) return households
  const known = associations.flatMap((each) => (each.households === null ? [] : [each.households]))
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
}
