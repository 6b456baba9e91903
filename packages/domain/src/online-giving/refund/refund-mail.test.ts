import { expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { yen } from '../../money/yen.ts'
import { type RefundFacts, refundMailOf } from './refund-mail.ts'

const facts: RefundFacts = {
  language: 'ja', giverName: '支援 花子', isOrganization: false, purpose: '社協の活動全体', paidOn: localDate('2026-10-15'), amountYen: yen(1_000), leftYen: yen(2_000), receipt: 'anew', hasFailed: false, isDemo: false,
  council: { name: 'ささえ市社会福祉協議会', address: 'ささえ市中央町1-1', phone: '0942-00-0000', email: '' },
}

test('a refund is told with its amount, what stays, and what the receipt is worth', () => {
  expect(refundMailOf(facts)).toMatchInlineSnapshot(`
    {
      "body": "支援 花子　様

    お支払いいただいたお金を返金しました。

    ・内容：社協の活動全体
    ・お支払いの日：令和8年10月15日
    ・返金した額：1,000円
    ・ご寄附として残る額：2,000円

    お手元に届くまでの日数は、お支払いの方法によって違います。カードのときは、数日から、次のご利用明細までかかることがあります。

    お渡しした領収書は無効になりました。残りの額の領収書を、あらためてお届けします。

    お心当たりのないときや、お困りのときは、下の連絡先までお知らせください。

    ----
    ささえ市社会福祉協議会
    ささえ市中央町1-1
    電話 0942-00-0000
    ",
      "subject": "ご寄附を返金しました",
    }
  `)
})

test('of the whole nothing stays; one that failed after all is told as such, and says nothing of receipts', () => {
  const whole = refundMailOf({ ...facts, leftYen: yen(0), receipt: 'void' }).body
  expect(whole).toContain('確定申告などには使わないでください')
  expect(whole).not.toContain('残る額')
  const failed = refundMailOf({ ...facts, hasFailed: true, isDemo: true })
  expect(failed).toMatchObject({ subject: 'ご返金が完了しませんでした', body: expect.stringContaining('あらためて、当会からご連絡します') })
  expect(failed.body).not.toContain('領収書')
})

test.each(['easy', 'en'] as const)('every sentence has its words: %s', (language) => {
  for (const receipt of ['none', 'void', 'anew'] as const) {
    const { subject, body } = refundMailOf({ ...facts, language, receipt, giverName: '' })
    expect([subject, body].join()).not.toMatch(/undefined|支援 花子/)
  }
})
