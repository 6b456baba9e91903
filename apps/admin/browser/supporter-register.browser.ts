import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createSupporter } from '@sasaeai/api/supporter/create-supporter'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { accessibilityFindings } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
})
afterAll(() => session.end())

it('shows what somebody paid, opens the entries behind it, and keeps the address of before and a file', async () => {
  const { council, product } = session
  const created = await createSupporter(council.deps, council.actors.receptionist, supporterDetailsSchema.parse({ kind: 'person', name: '髙﨑 花子', address: 'ささえ市日吉町1-2' }))
  if (!created.ok) throw new Error(created.code)
  const { supporterId } = created.value
  await bookSlip(council, { ...aSlip(council), supporterId, duesKindId: council.duesKind('賛助会費'), amountYen: yen(3_000), count: 0 })
  const { context, page } = await session.signIn('receptionist')
  await page.goto(`${product.url}/admin/supporters/${supporterId}`)
  await page.getByRole('table', { name: '年ごとの合計' }).getByRole('link', { name: '3,000' }).first().waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('tab', { name: '住所・関係・添付' }).click()
  await page.getByRole('button', { name: '転居を記録する' }).click()
  // The postal code fills the address in, and Tab goes on behind it.
  await page.getByLabel('郵便番号').fill('８３０ー００２９')
  await expect.poll(() => page.getByLabel('新しい住所').inputValue()).toBe('福岡県久留米市洗町')
  await page.getByLabel('郵便番号').press('Tab')
  await page.keyboard.type('3-4')
  await expect.poll(() => page.getByLabel('新しい住所').inputValue()).toBe('福岡県久留米市洗町3-4')
  await page.getByLabel('郵便番号').fill('999-9999')
  await page.getByText('この郵便番号は辞書にありません').waitFor()
  await page.getByRole('button', { name: '記録する', exact: true }).click()
  await page.getByText('前の住所').first().waitFor()
  await page.getByRole('button', { name: 'ファイルを加える' }).click()
  await page.getByLabel('ファイル', { exact: true }).setInputFiles({ name: '申込書.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 申込書') })
  await page.getByRole('button', { name: '保管する' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '申込書.pdf' }).click()
  expect((await download).suggestedFilename()).toBe('申込書.pdf')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('tab', { name: '納入・寄附' }).click()
  await page.getByRole('table', { name: '年ごとの合計' }).getByRole('link', { name: '3,000' }).first().click()
  await page.getByRole('heading', { name: '仕訳・明細一覧', level: 1 }).waitFor()
  expect(new URL(page.url()).searchParams.get('supporterId')).toBe(supporterId)
  await context.close()
})

it('takes a register in from a file after a look at each line, and takes it back', async () => {
  const { product } = session
  const { context, page } = await session.signIn('accountant')
  await page.goto(`${product.url}/admin/supporters`)
  await page.getByRole('link', { name: 'ファイルから取り込む' }).click()
  const file = '氏名,〒,ＴＥＬ,会費\n新田 月子,830-0029,0942-34-3035,3000\n新田 星子,83,,\n'
  await page.getByLabel('ファイル', { exact: true }).setInputFiles({ name: '名簿.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
  await page.getByText('郵便番号は7桁の数字で入力してください').waitFor()
  await page.getByText('取り込まない列：会費').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: '1行を取り込む' }).click()
  await page.getByText('1行を取り込みました（').waitFor()
  await page.getByRole('button', { name: '取込みを取り消す' }).click()
  await page.getByRole('button', { name: '取り消す', exact: true }).click()
  await page.getByText('名簿は取り込む前に戻っています').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await context.close()
})

it('prints labels for those whom the list shows, from the n-th of a part-used sheet, by keyboard alone', async () => {
  const { council, product, database } = session
  for (const name of ['札 一郎', '札 二郎']) {
    await createSupporter(council.deps, council.actors.receptionist, supporterDetailsSchema.parse({ kind: 'person', name, kana: 'フダ', postalCode: '830-0022', address: 'ささえ市城南町15-3' }))
  }
  const { context, page } = await session.signIn('receptionist')
  await page.goto(`${product.url}/admin/supporters?text=${encodeURIComponent('城南町15')}`)
  await page.getByRole('button', { name: 'ラベル・封筒' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: '1枚目', exact: true }).focus()
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.getByRole('radio', { name: '4枚目', exact: true }).isChecked()).toBe(true)
  await expect.poll(() => page.getByText('使用済み').count()).toBe(3)
  await page.getByLabel('同じ住所の方を連名にする').press('Space')
  await page.getByText('1件（2人）').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: '作成する' }).press('Enter')
  await page.getByText('できあがりました').waitFor()
  const event = await database.db.prisma.auditEvent.findFirstOrThrow({ where: { action: 'address_label.print' } })
  expect(event).toMatchObject({ actorId: council.actors.receptionist.userId, after: { count: 1, people: 2 } })
  await context.close()
})
