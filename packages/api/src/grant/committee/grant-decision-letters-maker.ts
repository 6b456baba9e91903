import { setWindowLetters, type WindowLetter } from '@sasaeai/documents/papers/window-letters'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { grantDecisionLettersOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { readGrantCall } from '../call/read-grant-call.ts'
import { decisionLetter } from './grant-decision-words.ts'

/** 決定通知: a letter to everyone whose application was decided, 採択 and 不採択, for window envelopes. */
export const grantDecisionLettersMaker = paperMaker('grant_decision_letters', grantDecisionLettersOrderSchema, {
  async title(deps, { callId, outcome }) {
    const call = await readGrantCall(deps, callId)
    if (call === null) return fail('document_subject_gone')
    const decided = call.applications.filter(isMeant({ outcome }))
    if (decided.length === 0) return fail('document_not_ready', { about: '決定した申請がまだありません。決定を記録してから作成してください。' })
    return succeed(`${call.name} 決定通知`)
  },
  async make(desk, { callId, outcome, applicationId, issuedOn = desk.day }) {
    const call = await readGrantCall(desk.deps, callId)
    if (call === null) return null
    const meant = call.applications.filter(isMeant({ outcome, applicationId }))
    await desk.expect(meant.length)
    const addresses = await desk.deps.db.prisma.supporter.findMany({
      where: { id: { in: meant.map(({ supporterId }) => supporterId) } },
      select: { id: true, kind: true, honorific: true, postalCode: true, address: true, mailingName: true, mailingPostalCode: true, mailingAddress: true },
    })
    const addressOf = new Map(addresses.map(({ id, ...address }) => [id, address]))
    const letters: WindowLetter[] = []
    for (const application of meant) {
      const address = addressOf.get(application.supporterId)
      if (address === undefined || address.address === '') {
        desk.note({ subject: application.supporterName, message: '住所がないため、作成していません。支援者の画面で住所を入力してください。' })
      } else letters.push(decisionLetter(call, application, address))
      await desk.advance()
    }
    if (letters.length === 0) return null
    await noteMissingCharacters(desk, letters.map((letter) => ({ subject: letter.name, words: letter })))
    const name = `決定通知_${call.name.replaceAll(/[\\/:*?"<>|]/g, '・')}`
    const head = await readPaperHead(desk, { title: name, day: issuedOn })
    return { fileName: `${name}.pdf`, mediaType: pdfType, bytes: await setWindowLetters({ ...head, issuedOn: formatLocalDate(issuedOn), letters }) }
  },
})

interface Wanted {
  readonly outcome: 'all' | 'awarded' | 'declined'
  readonly applicationId?: string | undefined
}

function isMeant({ outcome, applicationId }: Wanted) {
  return (application: { readonly applicationId: string; readonly withdrawnOn: unknown; readonly decision: { readonly awardedYen: number } | null }): boolean => {
    const { decision, withdrawnOn } = application
    if (decision === null || withdrawnOn !== null) return false
    if (applicationId !== undefined && application.applicationId !== applicationId) return false
    return outcome === 'all' || (outcome === 'awarded') === decision.awardedYen > 0
  }
}
