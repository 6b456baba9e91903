import type { LetterTemplateDetails } from './letter-template-details.ts'

const thanks = { kind: 'thank_you', forPaper: true, forMail: true, heading: 'ご寄附のお礼', subject: 'ご寄附のお礼', listsFacts: true } as const
const greeting = '拝啓　時下ますますご清栄のこととお喜び申し上げます。平素より地域福祉の推進に温かいご理解とご協力を賜り、厚く御礼申し上げます。'
const use = 'お寄せいただきましたお気持ちは、{使いみち|地域の支え合いの活動}のために、大切に使わせていただきます。'
const farewell = '略儀ながら書中をもちまして御礼申し上げます。今後とも変わらぬご支援を賜りますようお願い申し上げます。'

/**
 * 標準の文: the templates that every council begins with, and what 「標準の文に戻す」 puts back. The migration
 * letter_templates lays the same; a test compares the two.
 */
export const defaultLetterTemplates: readonly LetterTemplateDetails[] = [
  { ...thanks, code: '10', name: 'ご寄附の礼状', giftKinds: [],
    body: [greeting, 'このたびは、温かいお志をお寄せいただき、誠にありがとうございました。心より御礼申し上げます。', use, farewell, '敬具'].join('\n') },
  // Nobody is congratulated in a house of mourning.
  { ...thanks, code: '11', name: '香典返しの礼状', giftKinds: ['memorial'],
    body: ['謹啓　平素より地域福祉の推進に温かいご理解とご協力を賜り、厚く御礼申し上げます。',
      'このたびは、{故人|ご逝去された方}のご供養にと、ご香典返しに代えてご寄附を賜り、誠にありがとうございました。謹んでお悔やみ申し上げますとともに、心より御礼申し上げます。',
      use, farewell, '謹白'].join('\n') },
  { ...thanks, code: '12', name: 'お祝い返しの礼状', giftKinds: ['celebration'],
    body: [greeting, 'このたびは、{お祝い・行事|お祝い}のお返しに代えてご寄附を賜り、誠にありがとうございました。心よりお祝いと御礼を申し上げます。', use, farewell, '敬具'].join('\n') },
  { ...thanks, code: '13', name: 'イベント益金の礼状', giftKinds: ['event'],
    body: [greeting, 'このたびは、{お祝い・行事|催し}の益金をご寄附いただき、誠にありがとうございました。関わられた皆さまに心より御礼申し上げます。', use, farewell, '敬具'].join('\n') },
  { ...thanks, code: '14', name: '遺贈の礼状', giftKinds: ['bequest'],
    body: ['謹啓　平素より地域福祉の推進に温かいご理解とご協力を賜り、厚く御礼申し上げます。',
      'このたびは、故人のご遺志によるご寄附を賜り、誠にありがとうございました。尊いお志に深く敬意を表し、心より御礼申し上げます。', use, farewell, '謹白'].join('\n') },
  { ...thanks, code: '15', name: '毎月のご寄附の礼状', giftKinds: ['monthly'],
    body: [greeting, 'このたびは、毎月のご寄附を賜り、誠にありがとうございました。続けてお支えくださるお気持ちに、心より御礼申し上げます。', use, farewell, '敬具'].join('\n') },
  { code: '30', name: '領収書の送り状', kind: 'receipt_cover', giftKinds: [], forPaper: true, forMail: true, heading: '領収書の送付について', subject: '領収書をお送りします', listsFacts: true,
    body: ['拝啓　時下ますますご清栄のこととお喜び申し上げます。平素より地域福祉の推進に温かいご理解とご協力を賜り、厚く御礼申し上げます。',
      '下記のとおり領収書をお送りいたします。記載の内容をご確認くださいますようお願い申し上げます。', '敬具'].join('\n') },
  { code: '31', name: '年間証明の送り状', kind: 'annual_cover', giftKinds: [], forPaper: true, forMail: true, heading: '寄附金の年間証明の送付について', subject: '寄附金の年間証明をお送りします', listsFacts: true,
    body: ['拝啓　時下ますますご清栄のこととお喜び申し上げます。{暦年}中も温かいご寄附を賜り、厚く御礼申し上げます。',
      '{暦年}にお寄せいただいたご寄附の証明を、下記のとおりお送りいたします。大切に保管してくださいますようお願い申し上げます。',
      '今後とも変わらぬご支援を賜りますようお願い申し上げます。', '敬具'].join('\n') },
  { code: '50', name: 'ご案内', kind: 'notice', giftKinds: [], forPaper: true, forMail: true, heading: '社協からのご案内', subject: '社協からのご案内', listsFacts: false,
    body: ['拝啓　時下ますますご清栄のこととお喜び申し上げます。平素より地域福祉の推進に温かいご理解とご協力を賜り、厚く御礼申し上げます。',
      'さて、{団体名}では、地域の支え合いの活動をご紹介する催しを予定しております。お気軽にお越しください。',
      'ご不明な点は、{団体名}（電話 {団体電話}）までお問い合わせください。', '敬具'].join('\n') },
]
