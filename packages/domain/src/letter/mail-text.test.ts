import { expect, test } from 'vitest'
import { mailTextOf } from './mail-text.ts'

const wording = { kind: 'annual_cover', heading: '年間証明', subject: '{団体名}から年間証明をお送りします', body: '拝啓\n\n{故人}のこと\n{暦年}のご寄附', listsFacts: true } as const
const values = { recipientName: '髙橋　花子', honorific: '様', councilName: 'ささえ市社協', councilPhone: '0942-00-0000', calendarYear: '令和8年', receiptNumber: '年間08-00012', deceased: '' }

test('a mail has an addressee, the paragraphs that can be filled, the facts, what is attached and who it is from', () => {
  const { subject, body } = mailTextOf(wording, values, '年間証明（PDF）')
  expect(subject).toBe('ささえ市社協から年間証明をお送りします')
  expect(body.split('\n\n')).toEqual([
    '髙橋　花子　様', '拝啓', '令和8年のご寄附', '記\n・領収書番号：年間08-00012\n・対象の期間：令和8年', '添付：年間証明（PDF）', '----\nささえ市社協\n電話 0942-00-0000\n',
  ])
})

test('facts stand below only where the template wants them, and there is always a subject', () => {
  const { subject, body } = mailTextOf({ ...wording, subject: '{故人}', listsFacts: false }, values, '')
  expect([subject, /記|添付/.test(body)]).toEqual(['年間証明', false])
})
