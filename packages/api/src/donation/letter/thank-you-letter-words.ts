import type { WindowLetter } from '@sasaeai/documents/papers/window-letters'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { formatYen } from '@sasaeai/domain/money/yen'
import type { LetterGift } from './read-letter-gifts.ts'

/** 礼状: what a giver is thanked for, in the council's words. */
export function thankYouLetterOf(gift: LetterGift): WindowLetter {
  const funds = gift.fundNames.filter((name) => name !== '')
  // Nobody is congratulated in a house of mourning.
  const isMourning = gift.kind === 'memorial' || gift.kind === 'bequest'
  const [opening, closing] = isMourning ? ['謹啓　', '謹白'] : ['拝啓　時下ますますご清栄のこととお喜び申し上げます。', '敬具']
  return {
    ...gift.addressee,
    title: 'ご寄附のお礼',
    paragraphs: [
      `${opening}平素より地域福祉の推進に温かいご理解とご協力を賜り、厚く御礼申し上げます。`,
      reasonOf(gift),
      funds.length === 0
        ? 'お寄せいただきましたお気持ちは、地域の支え合いの活動に大切に使わせていただきます。'
        : `お寄せいただきましたお気持ちは、ご指定のとおり「${funds.join('」「')}」のために大切に使わせていただきます。`,
      `略儀ながら書中をもちまして御礼申し上げます。今後とも変わらぬご支援を賜りますようお願い申し上げます。　${closing}`,
    ],
    facts: [
      { label: '受領日', text: formatLocalDate(gift.receivedOn) },
      gift.kind === 'in_kind' ? { label: 'ご寄附の品', text: gift.goods } : { label: 'ご寄附の額', text: `${formatYen(gift.amountYen)}円` },
      ...(funds.length === 0 ? [] : [{ label: '使いみち', text: funds.join('、') }]),
    ],
  }
}

function reasonOf({ kind, deceasedName, occasion }: LetterGift): string {
  switch (kind) {
    case 'memorial':
      return `このたびは、${deceasedName === '' ? 'ご逝去された方' : `故 ${deceasedName} 様`}のご供養にと、ご香典返しに代えてご寄附を賜り、誠にありがとうございました。謹んでお悔やみ申し上げますとともに、心より御礼申し上げます。`
    case 'celebration':
      return `このたびは、${occasion === '' ? 'お祝い' : `${occasion}のお祝い`}のお返しに代えてご寄附を賜り、誠にありがとうございました。心よりお祝いと御礼を申し上げます。`
    case 'event':
      return `このたびは、${occasion === '' ? '催し' : `「${occasion}」`}の益金をご寄附いただき、誠にありがとうございました。関わられた皆さまに心より御礼申し上げます。`
    case 'bequest':
      return 'このたびは、故人のご遺志によるご寄附を賜り、誠にありがとうございました。尊いお志に深く敬意を表し、心より御礼申し上げます。'
    case 'monthly':
      return 'このたびは、毎月のご寄附を賜り、誠にありがとうございました。続けてお支えくださるお気持ちに、心より御礼申し上げます。'
    case 'general':
    case 'designated':
    case 'in_kind':
      return 'このたびは、温かいお志をお寄せいただき、誠にありがとうございました。心より御礼申し上げます。'
  }
}
