import { type RemittanceSlip, setRemittanceSlip } from '@sasaeai/documents/papers/remittance-slip'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { countMeaningNames } from '@sasaeai/domain/community-chest/method/collection-method-kind'
import { remittanceSlipOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { addYen, formatYen, formatYenDelta, negateYen, sumYen } from '@sasaeai/domain/money/yen'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { readRemittanceSlip, type RemittanceSlipFacts } from './read-remittance-slip.ts'

/** 送金書: one remittance, for the prefectural body. */
export const remittanceSlipMaker = paperMaker('remittance_slip', remittanceSlipOrderSchema, {
  async title(deps, { remittanceId }) {
    const slip = await readRemittanceSlip(deps, remittanceId)
    return slip === null ? fail('document_subject_gone') : succeed(`送金書 ${subjectOf(slip)}`)
  },
  async make(desk, { remittanceId }) {
    await desk.expect(1)
    const slip = await readRemittanceSlip(desk.deps, remittanceId)
    if (slip === null) return null
    const head = await readPaperHead(desk, { title: `送金書 ${subjectOf(slip)}`, day: slip.remittedOn })
    // The office collects under the name of its branch, where it has one.
    const council = slip.branchName === '' ? head.council : { ...head.council, name: slip.branchName }
    const words = wordsOf(slip)
    await noteMissingCharacters(desk, [{ subject: subjectOf(slip), words }])
    const bytes = await setRemittanceSlip({ ...head, council, ...words })
    await desk.advance()
    return { fileName: `送金書_${subjectOf(slip).replaceAll(' ', '_')}.pdf`, mediaType: pdfType, bytes }
  },
})

function subjectOf({ fiscalYear, campaignName, sequence }: RemittanceSlipFacts): string {
  return `${formatFiscalYear(fiscalYear)} ${campaignName} 第${sequence}回`
}

function wordsOf(slip: RemittanceSlipFacts): Omit<RemittanceSlip, 'title' | 'day' | 'council' | 'isDemo'> {
  const { methods, payments, remittedOn, undoneOn, cashAccount, entryNumber, note } = slip
  return {
    addressee: slip.prefecturalBody,
    remittedOn: formatLocalDate(remittedOn),
    subject: subjectOf(slip).replaceAll(' ', '　'),
    amount: `${formatYen(slip.amountYen)}円`,
    mark: undoneOn === null ? '' : `${formatLocalDate(undoneOn)}取消済み`,
    methods: methods.map(({ name, countMeaning, count, amountYen }) => ({
      name, count: `${groupDigits(count)}${countMeaningNames[countMeaning]}`, amount: formatYenDelta(amountYen),
    })),
    collected: formatYenDelta(collectedOf(slip)),
    payments: payments.map(({ name, count, amountYen }) => ({ name, count: `${groupDigits(count)}件`, amount: formatYenDelta(amountYen) })),
    paidDirectly: formatYenDelta(paidDirectlyOf(slip)),
    reckoning: reckoningOf(slip),
    facts: [
      { label: '送金元', text: cashAccount },
      { label: '伝票番号', text: `${entryNumber}番` },
      ...(note === '' ? [] : [{ label: '備考', text: note }]),
    ],
  }
}

const collectedOf = ({ methods }: RemittanceSlipFacts) => sumYen(methods.map(({ amountYen }) => amountYen))
const paidDirectlyOf = ({ payments }: RemittanceSlipFacts) => sumYen(payments.map(({ amountYen }) => amountYen))

function reckoningOf(slip: RemittanceSlipFacts): RemittanceSlip['reckoning'] {
  const taken = [paidDirectlyOf(slip), slip.remittedBeforeYen].map(negateYen)
  const before = sumYen([collectedOf(slip), ...taken])
  const line = (label: string, amount: typeof before, isResult = false) => ({ label, amount: formatYenDelta(amount), isResult })
  return [
    line(`募金額（${formatLocalDate(slip.remittedOn)}まで）`, collectedOf(slip)),
    ...(slip.payments.length === 0 ? [] : [line('直接支払った額', negateYen(paidDirectlyOf(slip)))]),
    ...(slip.sequence === 1 ? [] : [line('前回までの送金額', negateYen(slip.remittedBeforeYen))]),
    line('送金前の預り残高', before, true),
    line('今回の送金額', negateYen(slip.amountYen)),
    line('送金後の預り残高', addYen(before, negateYen(slip.amountYen)), true),
  ]
}
