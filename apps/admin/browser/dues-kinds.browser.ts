import { fiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { insertFiscalYear } from '@sasaeai/api/council/insert-fiscal-year'
import { joinMember } from '@sasaeai/api/membership-dues/member/join-member'
import { createSupporter } from '@sasaeai/api/supporter/create-supporter'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chooseByTyping } from './choose-by-typing.ts'
import { atTheDesk, eventually, focusedLabel, press } from './intake-typist.ts'

type Page = Awaited<ReturnType<ProductSession['signIn']>>['page']

const today = localDateInTokyo(new Date())
const thisYear = fiscalYearOf(today)
const nextYear = fiscalYear(thisYear + 1)
let session: ProductSession
let page: Page

beforeAll(async () => {
  session = await openProductSession({ year: thisYear })
  await insertFiscalYear(session.database.db.prisma, { year: nextYear, openedAt: new Date() })
  page = (await session.signIn('accountant')).page
})
afterAll(() => session.end())

async function openKinds(year = nextYear, on = page): Promise<void> {
  await on.goto(`${session.product.url}/admin/dues/kinds?fiscalYear=${year}`)
  await on.getByRole('heading', { level: 1, name: `${formatFiscalYear(year)}の会員種別と条件` }).waitFor()
  await on.getByRole('rowheader', { name: '一般会費' }).waitFor()
}

it('a year takes over the terms of the one before, and changes what it wants to', async () => {
  await openKinds()
  await page.getByText(`${formatFiscalYear(nextYear)}の会費の条件はまだありません`).waitFor()
  await page.getByRole('button', { name: `${formatFiscalYear(thisYear)}から引き継ぐ` }).click()
  await page.getByRole('button', { name: '法人会費の条件を変える' }).click()
  await page.getByRole('textbox', { name: '目安（1口あたり）' }).fill('６，０００')
  await page.getByRole('textbox', { name: '還元率' }).fill('4割')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /還元率は0から100まで/ }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('textbox', { name: '還元率' }).fill('33.5')
  await page.keyboard.press('Enter')
  await page.getByText('前年度 5,000円（+1,000円）').waitFor()
  await page.getByText('前年度 0%').waitFor()
})

it('a form that was overtaken says so, keeps what was typed, and opens anew on what was saved', async () => {
  const { page: other, context } = await session.signIn('administrator')
  await openKinds(nextYear, other)
  for (const each of [page, other]) await each.getByRole('button', { name: '賛助会費の条件を変える' }).click()
  await other.getByRole('textbox', { name: '目安（1口あたり）' }).fill('2000')
  await other.keyboard.press('Enter')
  await other.getByText('前年度 1,000円（+1,000円）').waitFor()
  const amount = page.getByRole('textbox', { name: '目安（1口あたり）' })
  await amount.fill('500')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '入力を捨てて、新しい内容を読み込む' }).waitFor()
  await expect.poll(() => amount.inputValue()).toBe('500')
  await page.getByRole('button', { name: '入力を捨てて、新しい内容を読み込む' }).click()
  await eventually(() => amount.inputValue()).toBe('2,000')
  await page.getByRole('button', { name: 'やめる' }).click()
  await context.close()
})

it('an area has a rate of its own, taken away and put back by one press', async () => {
  await page.getByRole('button', { name: '地域の率を追加する' }).click()
  await chooseByTyping(page.getByRole('combobox', { name: '地域' }), { typed: 'ひよし', option: '日吉校区 ささえ市' })
  await page.getByRole('textbox', { name: '還元率' }).fill('70')
  await page.keyboard.press('Enter')
  await page.getByRole('rowheader', { name: '日吉校区' }).waitFor()
  await page.getByRole('button', { name: '日吉校区の一般会費の率の取消' }).click()
  await page.getByRole('button', { name: '元に戻す' }).click()
  await page.getByRole('rowheader', { name: '日吉校区' }).waitFor()
})

it('says how share-back is paid, and is readable on a phone', async () => {
  await page.getByRole('button', { name: '還元金の決まりを変える' }).click()
  await page.getByRole('combobox', { name: '渡す先' }).selectOption({ label: '校区' })
  await page.getByRole('combobox', { name: '支出の科目' }).selectOption({ label: '5200 助成金支出' })
  await page.getByRole('combobox', { name: '支払う口座' }).selectOption({ label: '1120 普通預金' })
  await page.getByRole('combobox', { name: '端数' }).selectOption({ label: '100円未満を切り捨て' })
  await page.getByRole('button', { name: '保存する' }).press('Enter')
  await page.getByText('100円未満を切り捨て').waitFor()
  const { page: phone, context } = await session.signIn('executive', { width: 375, height: 800 })
  await openKinds(nextYear, phone)
  expect(await phone.getByRole('button', { name: /条件を変える/ }).count()).toBe(0)
  expect([await accessibilityFindings(phone), await sidewaysOverflow(phone)]).toEqual([[], 0])
  await context.close()
})

it('at the desk a member’s 口 become the amount, and dues that were paid already are told', async () => {
  const { council } = session
  const duesKindId = council.duesKind('法人会費')
  const company = await createSupporter(
    council.deps, council.actors.receptionist, supporterDetailsSchema.parse({ kind: 'organization', name: '有限会社日吉建設', kana: 'ユウゲンガイシャヒヨシケンセツ' }),
  )
  if (!company.ok) throw new Error(company.code)
  const { supporterId, number } = company.value
  await joinMember(council.deps, council.actors.receptionist, { supporterId, duesKindId, route: 'direct', areaId: null, joinedOn: today, units: 2, note: '' })
  await bookSlip(council, aSlip(council, { supporterId, duesKindId, entryDate: today, amountYen: yen(10_000), count: 1 }))
  const { page: desk } = await atTheDesk(session)
  await press(desk, `01-01⏎⏎1⏎10000⏎14⏎${number}⏎`)
  await eventually(() => desk.getByLabel('1行目 金額').inputValue()).toBe('10000')
  await eventually(() => focusedLabel(desk)).toBe('1行目 金額')
  await press(desk, '⏎')
  await expect.poll(() => desk.getByLabel('1行目 口数').inputValue()).toBe('2')
  await desk.getByText(new RegExp(`この支援者は${formatFiscalYear(thisYear)}の法人会費を.*納入済みです（伝票1、直接）`)).waitFor()
  await desk.context().close()
})
