import { yen } from '@sasaeai/domain/money/yen'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { formatSlipNumber } from '@sasaeai/domain/membership-dues/request/slip-number'
import { aRequest } from '@sasaeai/testing/a-request'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { aMember, anAsking } from '@sasaeai/testing/an-asking'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeMarked } from './choose-by-typing.ts'
import { atTheDesk, eventually, focusedLabel, press } from './intake-typist.ts'

let session: ProductSession
let company: Awaited<ReturnType<typeof aMember>>
const year = presentFiscalYear()

beforeAll(async () => {
  session = await openProductSession({ year })
  const { council } = session
  const companies = council.duesKind('法人会費')
  await aRequest(council)
  company = await aMember(council, { name: 'ささえ商店', duesKindId: companies, units: 2 })
  await anAsking(council, companies, [{ membershipId: company.membershipId, units: 2, expectedYen: 10_000 }])
})
afterAll(() => session.end())

test('a 納入番号 in 地域 or 支援者 finds its payer and kind; a wrong digit is said in words', async () => {
  const { council, database } = session
  const { code } = await database.db.prisma.duesKind.findUniqueOrThrow({ where: { id: council.duesKind('法人会費') } })
  const ofArea = formatSlipNumber({ fiscalYear: council.fiscalYear, kindCode: '1', number: 2 })
  const ofCompany = formatSlipNumber({ fiscalYear: council.fiscalYear, kindCode: code, number: 1 })
  const { page } = await atTheDesk(session)
  const valueOf = (cell: string) => page.getByLabel(cell, { exact: true }).inputValue()

  await page.getByLabel('1行目 地域', { exact: true }).focus()
  await press(page, ofArea)
  await page.getByRole('option', { name: '日吉二丁目自治会' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await takeMarked(page.getByLabel('1行目 地域', { exact: true }))
  await eventually(() => valueOf('1行目 地域')).toBe('01-02')
  await eventually(() => valueOf('1行目 種類')).toBe('1')
  await eventually(() => focusedLabel(page)).toBe('1行目 納入世帯・件')

  // Without hyphens, in the other cell, and for a member.
  await press(page, '80⏎40000⏎')
  const supporter = page.getByLabel('2行目 支援者', { exact: true })
  await supporter.focus()
  await press(page, ofCompany.replaceAll('-', ''))
  await page.getByRole('option', { name: 'ささえ商店' }).waitFor()
  await takeMarked(supporter)
  await eventually(() => valueOf('2行目 支援者')).toBe('1')

  const wrong = `${ofArea.slice(0, -1)}${(Number(ofArea.at(-1)) + 1) % 10}`
  await page.getByLabel('1行目 地域', { exact: true }).focus()
  await press(page, `${wrong}⏎`)
  await page.getByText(`納入番号「${wrong}」は最後の確かめの数字と合いません`).waitFor()
  await page.context().close()
})

test('dues that came alone have their receipt on the page of the slip, which can be made void there', async () => {
  const { council, product } = session
  const { id } = await bookSlip(council, aSlip(council, {
    entryDate: localDate(`${year}-06-15`), supporterId: company.supporterId, duesKindId: council.duesKind('法人会費'), areaId: undefined, amountYen: yen(10_000), count: 1,
  }))
  const { context, page } = await session.signIn('accountant')
  await page.goto(`${product.url}/admin/entries/${id}`)
  await page.getByRole('button', { name: 'ささえ商店の領収書を発行する' }).click()
  await page.getByText(/^領収書 会費\d\d-00001を発行しました$/).waitFor()
  await page.getByRole('button', { name: '領収書1枚を印刷する' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.setViewportSize({ width: 375, height: 800 })
  expect(await sidewaysOverflow(page)).toBe(0)
  await page.getByRole('button', { name: /を無効にする$/ }).click()
  await page.getByLabel('無効にする理由').fill('宛名の誤り')
  await page.getByRole('button', { name: '無効にする', exact: true }).last().click()
  await page.getByRole('button', { name: 'ささえ商店の領収書を発行する' }).waitFor()
  await context.close()
})
