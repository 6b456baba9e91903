import type { Page } from '@playwright/test'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectWell } from './expect-well.ts'
import { type GivingVisit, visitGivingSite } from './giving-visit.ts'
import { issueYearStatement } from './issue-year-statement.ts'

let visit: GivingVisit

beforeAll(async () => {
  visit = await visitGivingSite()
})
afterAll(() => visit.end())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** Fills in a gift of 3,000円 up to the pay page of the demo gateway. */
async function giveAsFarAsPaying(page: Page, { email, isMonthly = false }: { email: string; isMonthly?: boolean }) {
  await page.goto(`${visit.url}/give/katsudo`)
  if (isMonthly) await page.getByRole('radio', { name: /^毎月/ }).check()
  await page.getByRole('radio', { name: '3,000円' }).check()
  await press(page, '次へ進む')
  await heading(page, /お名前とご連絡先/).waitFor()
  await page.getByRole('textbox', { name: 'お名前', exact: true }).fill('支援 花子')
  await page.getByRole('textbox', { name: 'メールアドレス' }).fill(email)
  await press(page, '次へ進む')
  await heading(page, /領収書とお名前の掲載/).waitFor()
  await press(page, '次へ進む')
  await heading(page, /内容の確認/).waitFor()
  await press(page, 'お支払いへ進む')
  await page.getByRole('heading', { name: 'どう支払いますか' }).waitFor()
}

/** Opens マイページ by the link in the newest mail to an address, as its reader does. */
async function openMyPage(page: Page, email: string) {
  await page.goto(`${visit.url}/my`)
  await page.getByRole('textbox', { name: 'メールアドレス' }).fill(email)
  await press(page, 'リンクを送る')
  await heading(page, 'メールをご確認ください').waitFor()
  const mail = await visit.database.db.prisma.outgoingMail.findFirstOrThrow({ where: { toAddress: email, kind: 'giver_link' }, orderBy: { id: 'desc' } })
  await page.goto(/http\S+\/my\/open#\S+/.exec(mail.body)?.[0] ?? 'no link')
  await press(page, 'マイページを開く')
  await heading(page, 'マイページ').waitFor()
  await page.getByText(`${email} からの寄附`).waitFor()
}

describe('giving from a phone', () => {
  it('leads from the first button to a receipt, and loses nothing by mistakes, by the way back, by a reload or by pressing twice', async () => {
    const { page, complaints } = await visit.phone()
    await page.goto(visit.url)
    await expectWell(page)
    await page.getByRole('link', { name: '寄附する', exact: true }).click()
    await heading(page, /回数と金額/).waitFor()
    await press(page, '次へ進む')
    const summary = page.getByRole('group', { name: /入力内容を確認してください/ })
    await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true)
    await page.getByRole('radio', { name: 'ほかの金額' }).check()
    await page.getByRole('textbox', { name: 'ほかの金額' }).fill('１２，０００円')
    await page.getByText('寄附する金額 12,000円').waitFor()
    await expectWell(page)
    await press(page, '次へ進む')
    await expect.poll(() => heading(page, /お名前とご連絡先/).evaluate((title) => title === document.activeElement)).toBe(true)
    await page.getByRole('textbox', { name: 'お名前', exact: true }).fill('支援 花子')
    await page.getByRole('textbox', { name: 'メールアドレス' }).fill('card@example.jp')
    await page.goBack()
    await heading(page, /回数と金額/).waitFor()
    await page.reload()
    await page.getByText('寄附する金額 12,000円').waitFor()
    await press(page, '次へ進む')
    await expectWell(page)
    await press(page, '次へ進む')
    await page.getByRole('radio', { name: '名前と金額を掲載してよい' }).check()
    await expectWell(page)
    await press(page, '次へ進む')
    await heading(page, /内容の確認/).waitFor()
    await expectWell(page)
    await page.getByRole('button', { name: 'お支払いへ進む' }).dblclick()
    await press(page, 'カードで払う')
    await heading(page, 'ありがとうございました').waitFor()
    await expect.poll(() => page.title()).toContain('ありがとうございました')
    const file = page.getByRole('link', { name: /領収書 .+ を開く/ })
    await file.waitFor({ timeout: 30_000 })
    await expectWell(page)
    const paper = await page.request.get(new URL((await file.getAttribute('href')) ?? '', visit.url).href)
    expect(paper.headers()['content-type']).toContain('application/pdf')
    expect(await visit.database.db.prisma.onlineGift.count({ where: { email: 'card@example.jp' } })).toBe(1)
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(['visit'])
    expect(complaints).toEqual([])
  })

  it('waits for a コンビニ payment, and says thanks once it has come', async () => {
    const { page } = await visit.phone()
    await giveAsFarAsPaying(page, { email: 'later@example.jp' })
    await expectWell(page)
    await press(page, /コンビニで払う/)
    const voucher = page.url()
    await expectWell(page)
    await page.getByRole('link', { name: 'もとのページへ戻る' }).click()
    await heading(page, 'お支払いをお待ちしています').waitFor()
    await page.getByText(/お支払いの期限：/).waitFor()
    await expectWell(page)
    const thanks = page.url()
    await page.goto(voucher)
    await press(page, '店で払う')
    await page.goto(thanks)
    await heading(page, 'ありがとうございました').waitFor({ timeout: 30_000 })
  })

  it('lets somebody whose time is over try once more with all that was typed', async () => {
    const { page } = await visit.phone()
    await giveAsFarAsPaying(page, { email: 'expired@example.jp' })
    await press(page, /コンビニで払う/)
    await press(page, '期限切れにする')
    await page.getByRole('link', { name: 'もとのページへ戻る' }).click()
    await heading(page, /お支払いの期限が過ぎました|お支払いが完了しませんでした/).waitFor({ timeout: 30_000 })
    await expectWell(page)
    await page.getByRole('link', { name: 'もう一度申し込む' }).click()
    await heading(page, /内容の確認/).waitFor()
    await page.getByText('支援 花子').waitFor()
    await press(page, 'お支払いへ進む')
    await press(page, 'カードで払う')
    await heading(page, 'ありがとうございました').waitFor({ timeout: 30_000 })
  })

  it('keeps everything when a card is declined and when the payment is left', async () => {
    const { page } = await visit.phone()
    await giveAsFarAsPaying(page, { email: 'declined@example.jp' })
    await press(page, /カードが断られる/)
    await expect.poll(() => page.getByRole('alert').evaluate((notice) => notice === document.activeElement)).toBe(true)
    await page.setViewportSize({ width: 320, height: 640 })
    await expectWell(page)
    await page.getByRole('link', { name: /やめて、もとのページへ戻る/ }).click()
    await page.getByRole('radio', { name: '3,000円' }).waitFor()
    await expect.poll(() => page.getByRole('radio', { name: '3,000円' }).isChecked()).toBe(true)
    await press(page, '次へ進む')
    await expect.poll(() => page.getByRole('textbox', { name: 'お名前', exact: true }).inputValue()).toBe('支援 花子')
  })

  it('tells a giver of a refund: on the page of thanks, on マイページ and by mail, and that the receipt is void', async () => {
    const { page } = await visit.phone()
    const email = 'refunded@example.jp'
    await giveAsFarAsPaying(page, { email })
    await press(page, 'カードで払う')
    await page.getByRole('link', { name: /領収書 .+ を開く/ }).waitFor({ timeout: 30_000 })
    const payment = await visit.database.db.prisma.onlinePayment.findFirstOrThrow({ where: { gift: { email } } })
    await visit.refund({ paymentId: payment.id, amountYen: 3_000, reason: '二重に申し込まれたため' })
    const mails = () => visit.database.db.prisma.outgoingMail.count({ where: { toAddress: email, kind: 'online_refund' } })
    await expect.poll(mails, { timeout: 30_000 }).toBe(1)
    await page.reload()
    await heading(page, '返金しました').waitFor()
    await page.getByText('3,000円を返金しました。').waitFor()
    await page.getByText(/^領収書 .+ は無効になりました/).waitFor()
    await expectWell(page)
    await openMyPage(page, email)
    await page.getByText('3,000円を返金しました').waitFor()
    await page.getByText(/^領収書 .+ は無効になりました/).waitFor()
    await expectWell(page)
  })

  it('goes on month by month, and is changed, paused, resumed and ended on a page of the giver’s own', async () => {
    const { page, complaints } = await visit.phone()
    const email = 'monthly@example.jp'
    const { prisma } = visit.database.db
    await giveAsFarAsPaying(page, { email, isMonthly: true })
    await press(page, 'カードで払う')
    await heading(page, 'ありがとうございました').waitFor({ timeout: 30_000 })
    await page.getByText(/毎月の寄附です/).waitFor()
    const thanks = page.url()
    await visit.gateway.moveToNextMonth('council')
    const paid = () => prisma.onlinePayment.count({ where: { gift: { email } } })
    await expect.poll(paid, { timeout: 30_000 }).toBe(2)
    await openMyPage(page, email)
    const monthly = page.getByRole('article')
    const toldAs = (text: string) => monthly.getByText(text).waitFor({ timeout: 30_000 })
    await toldAs('継続中')
    await press(page, '金額を変える')
    await page.getByRole('textbox', { name: '新しい毎月の金額' }).fill('100')
    await monthly.getByRole('button', { name: '金額を変える' }).click()
    await toldAs('500円から1,000,000円までの金額を入力してください。例：1,000')
    await page.getByRole('textbox', { name: '新しい毎月の金額' }).fill('２，０００')
    await expectWell(page)
    await monthly.getByRole('button', { name: '金額を変える' }).click()
    await toldAs('毎月 2,000円')
    for (const [ask, act, state] of [['お休みする', 'お休みする', '休止中'], ['再開する', '再開する', '継続中']] as const) {
      await press(page, ask)
      await monthly.getByRole('heading', { level: 4 }).waitFor()
      await press(page, act)
      await toldAs(state)
    }

    const { subscriptionId } = await prisma.recurringGift.findFirstOrThrow({ where: { gift: { email } } })
    await visit.gateway.setCardFails('council', subscriptionId, true)
    await visit.gateway.moveToNextMonth('council')
    await expect.poll(async () => (await prisma.recurringGift.findFirstOrThrow({ where: { subscriptionId } })).state, { timeout: 30_000 }).toBe('past_due')
    await page.reload()
    await toldAs('今月分が決済できませんでした')
    await expectWell(page)
    await page.goto(thanks)
    await page.getByText('今月分が決済できませんでした').waitFor()
    await expectWell(page)
    await page.goto(`${visit.url}/my`)

    await page.getByText('住所・お名前の掲載を変える').click()
    await page.getByRole('textbox', { name: '郵便番号' }).fill('８３０-００２２')
    await press(page, '福岡県久留米市城南町')
    const address = page.getByRole('textbox', { name: '住所', exact: true })
    await expect.poll(async () => [await address.inputValue(), await address.evaluate((box) => box === document.activeElement)]).toEqual(['福岡県久留米市城南町', true])
    await expect.poll(() => page.getByRole('button', { name: '福岡県久留米市城南町' }).count()).toBe(0)
    await page.keyboard.type('15-5')
    await page.getByRole('radio', { name: '名前と金額を掲載してよい' }).check()
    await page.getByRole('textbox', { name: /^掲載する名前/ }).fill('はなこ')
    await expectWell(page)
    await press(page, '保存する')
    await page.getByText('保存しました。').waitFor()
    expect(await prisma.onlineGift.findFirst({ where: { email } })).toMatchObject({ consent: 'named', printedName: 'はなこ' })
    expect(await prisma.supporterContact.count({ where: { counterpart: email, summary: { contains: '久留米市城南町15-5' } } })).toBe(1)

    await issueYearStatement(visit, page, { email, name: '支援 花子' })
    await press(page, '終了する')
    await page.getByText('毎月の寄附を終了しますか？').waitFor()
    await expectWell(page)
    await press(page, '終了する')
    await monthly.getByText('終了', { exact: true }).waitFor({ timeout: 30_000 })
    await press(page, 'マイページを閉じる')
    await page.getByRole('button', { name: 'リンクを送る' }).waitFor()
    expect(complaints).toEqual([])
  })
})

describe('every page', () => {
  const pages = ['/', '/give/katsudo', '/give/akaihane', '/totals', '/legal', '/refunds', '/privacy', '/my']

  it.each(['ja', 'easy', 'en'])('is whole at 320 px and with letters twice as large, and sound for everybody: %s', async (language) => {
    const { page, complaints } = await visit.phone({ width: 320, height: 640 })
    const wordsSent = new Set<string>()
    page.on('request', (request) => void wordsSent.add(/-words-(ja|easy|en)-/.exec(request.url())?.[1] ?? language))
    for (const path of pages) {
      await page.goto(`${visit.url}${path}?lang=${language}`)
      await heading(page, /./).waitFor()
      const found = { path, lang: await page.evaluate(() => document.documentElement.lang), mistakes: await accessibilityFindings(page), overflow: await sidewaysOverflow(page) }
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%' })
      expect({ ...found, overflowOfLargeLetters: await sidewaysOverflow(page) }).toEqual({
        path, lang: language === 'en' ? 'en' : 'ja', mistakes: [], overflow: 0, overflowOfLargeLetters: 0,
      })
    }
    expect([...wordsSent]).toEqual([language])
    expect(complaints).toEqual([])
  })
})
