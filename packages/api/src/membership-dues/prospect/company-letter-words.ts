import type { WindowLetter } from '@sasaeai/documents/papers/window-letters'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { formatDuesMonths } from '@sasaeai/domain/membership-dues/terms/dues-months'
import { duesSuggestionWords } from '@sasaeai/domain/membership-dues/payer/dues-suggestion-words'
import { formatSlipNumber } from '@sasaeai/domain/membership-dues/request/slip-number'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { honorificOf } from '@sasaeai/domain/supporter/honorific'
import { readablePostalCode } from '@sasaeai/domain/text/postal-code'
import type { LetterAddressee, LetterGround } from '../request/read-letter-addressees.ts'

type Fact = WindowLetter['facts'][number]

const greeting =
  '時下ますますご清栄のこととお慶び申し上げます。日ごろから、本会の地域福祉活動に温かいご理解とご協力をいただき、厚くお礼申し上げます。'
const purpose =
  '本会は、だれもが住み慣れた地域で安心して暮らせるまちをめざして、住民や事業所の皆さまとともに活動しています。皆さまからお寄せいただく会費は、その活動を支える大切な財源です。'

/** お願い to who is a member already. */
export function letterToMember(member: LetterAddressee, ground: LetterGround): WindowLetter {
  const { fiscalYear, kindCode, kindName, terms } = ground
  const { slipNumber, expectedYen, units } = member
  const amount = expectedYen === null || expectedYen === 0 ? '' : `${formatYen(yen(expectedYen))}円`
  return {
    ...addressOf(member),
    title: `${formatFiscalYear(fiscalYear)}　社協会費（${kindName}）　ご協力のお願い`,
    paragraphs: [
      greeting,
      purpose,
      'つきましては、本年度も下記のとおり会費へのご協力をお願い申し上げます。会費は任意です。ご賛同いただける場合は、よろしくお願いいたします。',
    ],
    facts: [
      ...suggestionFacts(ground),
      ...(amount === '' ? [] : [{ label: '本年度の目安額', text: units === null ? amount : `${units.toLocaleString('ja-JP')}口　${amount}` }]),
      ...(terms === null ? [] : [{ label: 'お納めの時期', text: formatDuesMonths(terms) }]),
      { label: 'お納めの方法', text: '同封の払込取扱票でお払い込みいただくか、本会の窓口へお届けください。' },
      ...(slipNumber === null ? [] : [{ label: '納入番号', text: formatSlipNumber({ fiscalYear, kindCode, number: slipNumber }) }]),
      ...benefitFacts(ground),
    ],
  }
}

/** お願い to who may become a member. */
export function letterToProspect(prospect: LetterAddressee, ground: LetterGround): WindowLetter {
  return {
    ...addressOf(prospect),
    title: `社協会員（${ground.kindName}）　ご入会のお願い`,
    paragraphs: [
      greeting,
      purpose,
      'つきましては、本会の趣旨にご賛同いただき、会員としてお力添えくださいますよう、下記のとおりご案内申し上げます。入会は任意です。ご検討いただける場合は、本会までお知らせください。',
    ],
    facts: [...suggestionFacts(ground), ...benefitFacts(ground)],
  }
}

function addressOf({ name, supporterKind, honorific, postalCode, address }: LetterAddressee) {
  return { name, honorific: honorificOf(supporterKind, honorific), postalCode: readablePostalCode(postalCode), address }
}

function suggestionFacts({ terms }: LetterGround): Fact[] {
  return terms === null ? [] : [{ label: '会費の目安', text: duesSuggestionWords(terms) }]
}

function benefitFacts({ benefits }: LetterGround): Fact[] {
  return benefits.trim() === '' ? [] : [{ label: '会員の特典', text: benefits.trim() }]
}
