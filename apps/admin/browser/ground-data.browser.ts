import path from 'node:path'
import { createSupporter } from '@sasaeai/api/supporter/create-supporter'
import { updateSupporter } from '@sasaeai/api/supporter/update-supporter'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { firstDayOf, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalMonth } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { accessibilityFindings } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeMarked } from './choose-by-typing.ts'

type Page = Awaited<ReturnType<ProductSession['signIn']>>['page']

const districtsFile = path.join(import.meta.dirname, '..', '..', '..', 'prisma', 'seed', 'districts.csv')
const thisYear = fiscalYearOf(localDateInTokyo(new Date()))
const april = formatLocalMonth(firstDayOf(thisYear))
let session: ProductSession
let desk: Page

beforeAll(async () => {
  session = await openProductSession({ year: thisYear })
  desk = (await session.signIn('administrator')).page
})
afterAll(() => session.end())

async function open(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(`${session.product.url}/admin${address}`)
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
}

/** What the file is called in which the list is written; `choices` are ticked before. */
async function takeFile(page: Page, { button = 'Excel・CSV', choices = [] }: { readonly button?: string; readonly choices?: readonly string[] } = {}): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  for (const choice of choices) await page.getByRole('dialog').getByLabel(choice).check()
  await page.getByRole('dialog').getByRole('button', { name: '書き出す' }).click()
  return (await download).suggestedFilename()
}

describe('the pages of ground data', () => {
  it('write the kinds of areas as a file of their own, and the log of what was done in pieces', async () => {
    await open(desk, '/settings/areas', '地域と世帯数')
    expect(await takeFile(desk, { button: '書き出す', choices: ['地域の種類'] })).toBe('地域の種類.xlsx')
    await open(desk, '/audit', '監査ログ')
    expect(await takeFile(desk, { choices: ['CSV（UTF-8）'] })).toMatch(/^監査ログ_\d{4}-\d\d-\d\d\.csv$/)
  })

  it('add, refuse a code that is taken, close with a way back, and delete', async () => {
    await open(desk, '/settings/funds', '使途・基金')
    expect(await takeFile(desk)).toBe('使途・基金.xlsx')
    await desk.getByRole('button', { name: '使途・基金を追加する' }).click()
    await desk.getByLabel('コード').fill('01')
    await desk.getByLabel('名称').fill('音楽会基金')
    await desk.keyboard.press('Enter')
    await desk.getByRole('link', { name: 'コード「01」はすでに使われています' }).waitFor()
    expect(await accessibilityFindings(desk)).toEqual([])
    await desk.getByLabel('コード').fill('71')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.getByRole('rowheader', { name: '音楽会基金' }).waitFor()
    await desk.getByRole('button', { name: '音楽会基金を使用終了にする' }).click()
    await desk.getByRole('button', { name: '元に戻す' }).click()
    await desk.getByRole('button', { name: '音楽会基金を削除する' }).click()
    await desk.getByRole('button', { name: '削除する', exact: true }).click()
    await desk.getByRole('rowheader', { name: '音楽会基金' }).waitFor({ state: 'detached' })
  })

  it('tell the second of two people who edit one fund, keep what was typed, and open the form on the newer values', async () => {
    const other = (await session.signIn('accountant')).page
    await Promise.all([open(desk, '/settings/funds', '使途・基金'), open(other, '/settings/funds', '使途・基金')])
    for (const page of [desk, other]) await page.getByRole('button', { name: '善意銀行を編集する' }).click()
    await other.getByLabel('使いみち').fill('先に保存した人の説明')
    await other.getByRole('button', { name: '保存する' }).click()
    await other.getByRole('dialog').waitFor({ state: 'detached' })
    await desk.getByLabel('使いみち').fill('あとから保存する人の説明')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.getByText('ほかの人が先に変更しました').waitFor()
    await expect.poll(() => desk.getByLabel('使いみち').inputValue()).toBe('あとから保存する人の説明')
    expect(await accessibilityFindings(desk)).toEqual([])
    await desk.getByRole('button', { name: '新しい内容を読み込む' }).click()
    await expect.poll(() => desk.getByLabel('使いみち').inputValue()).toBe('先に保存した人の説明')
    await desk.getByLabel('使いみち').fill('二人で決めた説明')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.getByRole('cell', { name: '二人で決めた説明' }).waitFor()
    await other.context().close()
  })

  it('keep an account that something books on', async () => {
    await open(desk, '/settings/ledger-accounts', '勘定科目')
    await desk.getByRole('button', { name: '会費収入を使用終了にする' }).click()
    await desk.getByText('財源「社協会費」がこの科目を使っています').waitFor()
  })

  it('take in the 46 districts after a preview', async () => {
    await open(desk, '/settings/areas', '地域と世帯数')
    await desk.getByRole('button', { name: 'ファイルから取り込む' }).click()
    await desk.getByLabel('ファイル', { exact: true }).setInputFiles(districtsFile)
    await desk.getByRole('heading', { name: '取り込む内容の確認' }).waitFor()
    expect(await accessibilityFindings(desk)).toEqual([])
    await desk.getByRole('button', { name: '46件を取り込む' }).click()
    await desk.getByText('44件を追加し、2件を変更しました').waitFor()
    await desk.getByRole('heading', { name: '下の地域（46）' }).waitFor()
    await desk.getByRole('searchbox', { name: '地域をさがす' }).fill('長門石')
    await desk.getByRole('button', { name: '05 長門石' }).click()
    await desk.getByRole('button', { name: '世帯数を入力する' }).click()
    await desk.getByLabel('世帯数', { exact: true }).first().fill('１，２５０世帯')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.getByText('1,250世帯').waitFor()
  })

  it('close a month, and reopen it with a reason', async () => {
    await open(desk, '/settings/fiscal-years', '年度と締め')
    await desk.getByRole('button', { name: `${april}を締める` }).click()
    await desk.getByRole('button', { name: '締める', exact: true }).click()
    await desk.getByRole('button', { name: `${april}の締めを解除する` }).click()
    await desk.getByRole('button', { name: '締めを解除する', exact: true }).click()
    await desk.getByRole('link', { name: '締めを解除する理由を入力してください' }).waitFor()
    await desk.getByLabel('解除する理由').fill('4月分の会費を1件記帳し忘れたため')
    await desk.getByRole('button', { name: '締めを解除する', exact: true }).click()
    await desk.getByRole('button', { name: `${april}を締める` }).waitFor()
  })

  it('set targets that add up', async () => {
    await open(desk, '/settings/funding-sources', '財源と目標額')
    await desk.getByRole('tab', { name: '目標額' }).click()
    await desk.getByRole('button', { name: '目標額を入力する' }).click()
    // By its role, because the navigation has a section of that name.
    await desk.getByRole('textbox', { name: '社協会費' }).fill('２０，０００，０００')
    await desk.getByLabel('共同募金', { exact: true }).fill('15000000円')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.getByText('35,000,000円').waitFor()
    expect(await takeFile(desk)).toBe(`目標額_${formatFiscalYear(thisYear)}_社協全体.xlsx`)
  })

  it('save the council as it is printed, and say in words what cannot be read', async () => {
    await open(desk, '/settings/council', '社協の情報')
    await desk.getByLabel('郵便番号').fill('83-01')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.getByRole('link', { name: '郵便番号は7桁の数字で入力してください' }).waitFor()
    await desk.getByLabel('郵便番号').fill('〒８３０－００２７')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.getByText('社協の情報を保存しました').waitFor()
  })
})

describe('a supporter', () => {
  it('who was changed meanwhile is not overwritten, and is opened anew', async () => {
    const { deps, actors } = session.council
    const details = supporterDetailsSchema.parse({ kind: 'person', name: '二人 花子', kana: 'フタリ ハナコ' })
    const created = await createSupporter(deps, actors.administrator, details)
    if (!created.ok) throw new Error(created.code)
    const { supporterId } = created.value
    await open(desk, `/supporters/${supporterId}?tab=details`, '二人 花子')
    await updateSupporter(deps, actors.accountant, { supporterId, revision: 1, details: { ...details, phone: '0942-00-0001' } })
    await desk.getByLabel('住所').fill('ささえ市中央1-1')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.getByText('ほかの人が先に変更しました').waitFor()
    await expect.poll(() => desk.getByLabel('住所').inputValue()).toBe('ささえ市中央1-1')
    await desk.getByRole('button', { name: '新しい内容を読み込む' }).click()
    await expect.poll(() => desk.getByLabel('電話番号').inputValue()).toBe('0942-00-0001')
    await desk.getByLabel('住所').fill('ささえ市中央1-1')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.getByText('「二人 花子」を保存しました').waitFor()
  })

  it('is registered by keyboard, found by reading, and edited', async () => {
    await open(desk, '/supporters/new', '支援者の登録')
    await desk.getByLabel('名前', { exact: true }).fill('髙橋 花子')
    await desk.getByLabel('フリガナ').fill('たかはし　はなこ')
    const area = desk.getByRole('combobox', { name: '地域' })
    await area.click()
    await desk.keyboard.type('ひよし')
    await desk.getByRole('listbox').getByRole('option').first().waitFor({ timeout: 8_000 })
    await desk.keyboard.press('ArrowDown')
    await takeMarked(area)
    await desk.getByLabel('電話番号').fill('0942-34-3035')
    await desk.keyboard.press('Enter')
    await desk.getByText('支援者を登録しました').waitFor()
    await desk.getByRole('searchbox', { name: 'さがす' }).fill('タカハシ')
    await expect.poll(() => desk.url()).toContain('text=')
    await desk.getByRole('link', { name: '髙橋 花子' }).click()
    await desk.getByRole('heading', { level: 1, name: '髙橋 花子' }).waitFor()
    await desk.getByRole('tab', { name: '登録内容' }).click()
    await expect.poll(() => desk.getByLabel('フリガナ').inputValue()).toBe('タカハシ ハナコ')
    expect(await accessibilityFindings(desk)).toEqual([])
    await desk.getByRole('button', { name: '使用終了にする' }).click()
    await desk.getByRole('button', { name: '使用再開する' }).waitFor()
  })
})
