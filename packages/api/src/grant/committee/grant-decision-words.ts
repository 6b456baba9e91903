import type { WindowLetter } from '@sasaeai/documents/papers/window-letters'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { formatYen } from '@sasaeai/domain/money/yen'
import { honorificOf } from '@sasaeai/domain/supporter/honorific'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import { readablePostalCode } from '@sasaeai/domain/text/postal-code'
import type { GrantApplication, GrantCall } from '../call/read-grant-call.ts'

const greeting =
  '時下ますますご清栄のこととお慶び申し上げます。日ごろから、地域福祉の活動にお力添えをいただき、厚くお礼申し上げます。'

interface LetterAddress {
  readonly kind: SupporterKind
  readonly honorific: string
  readonly postalCode: string
  readonly address: string
  /** 送付先; empty where post goes to the address. */
  readonly mailingName: string
  readonly mailingPostalCode: string
  readonly mailingAddress: string
}

/** What a decided application is answered: 採択 with the amount, or 不採択 with the reason. */
export function decisionLetter(call: GrantCall, application: GrantApplication, to: LetterAddress): WindowLetter {
  const { decision, supporterName } = application
  if (decision === null) throw new Error(`application ${application.applicationId} is not decided`)
  const isElsewhere = to.mailingAddress !== ''
  const addressee = {
    name: to.mailingName === '' ? supporterName : to.mailingName,
    honorific: honorificOf(to.kind, to.honorific),
    postalCode: readablePostalCode(isElsewhere ? to.mailingPostalCode : to.postalCode),
    address: isElsewhere ? to.mailingAddress : to.address,
  }
  const asked = [
    { label: '助成の名称', text: call.name },
    { label: '申請番号', text: `第${application.number}号` },
    { label: '事業名', text: application.projectName },
    { label: '申請額', text: `${formatYen(application.requestedYen)}円` },
  ]
  const heard = `先に申請をいただきました下記の事業につきまして、${formatLocalDate(decision.heldOn)}の${decision.committeeName}で審議しました。`
  if (decision.awardedYen === 0) {
    return {
      ...addressee,
      title: '助成の審査結果について（お知らせ）',
      paragraphs: [
        greeting,
        `${heard}限られた財源のなかで検討した結果、まことに申し訳ございませんが、このたびは助成を見送らせていただくことになりました。`,
        'ご期待に添えず恐れ入りますが、ご理解くださいますようお願い申し上げます。今後のご活動のご発展をお祈りいたします。',
      ],
      facts: [...asked, ...(decision.reason === '' ? [] : [{ label: '理由', text: decision.reason }])],
    }
  }
  return {
    ...addressee,
    title: '助成決定通知書',
    paragraphs: [
      greeting,
      `${heard}その結果、下記のとおり助成することを決定しましたので、お知らせします。`,
      `この助成は、${moneyOf(call)}を財源としています。寄附してくださった皆さまのお気持ちを、ご活動に生かしてくださいますようお願い申し上げます。`,
    ],
    facts: [
      ...asked,
      { label: '決定額', text: `${formatYen(decision.awardedYen)}円` },
      ...(decision.reason === '' ? [] : [{ label: '条件', text: decision.reason }]),
      ...(call.reportDueOn === null ? [] : [{ label: '使途の報告', text: `${formatLocalDate(call.reportDueOn)}までに、本会へお届けください。` }]),
    ],
  }
}

/** Where the money comes from, as one who receives it is told. */
function moneyOf({ campaignName, allocationName }: GrantCall): string {
  if (campaignName !== null) return `${campaignName}にお寄せいただいた寄附金`
  return allocationName === null ? '地域の皆さまからお寄せいただいた会費や寄附金' : `共同募金の配分金（${allocationName}）`
}
