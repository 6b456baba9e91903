import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let session: ProductSession
let desk: Awaited<ReturnType<ProductSession['signIn']>>['page']

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  const { prisma } = session.council.deps.db
  await prisma.givingTarget.deleteMany()
  desk = (await session.signIn('accountant')).page
})
afterAll(() => session.end())

async function open(address: string, heading: string): Promise<void> {
  await desk.goto(`${session.product.url}/admin/online-giving/${address}`)
  await desk.getByRole('heading', { level: 1, name: heading }).waitFor()
}

const dialog = () => desk.getByRole('dialog')
const save = () => dialog().getByRole('button', { name: '保存する' }).click()

describe('the set-up of online giving', () => {
  it('makes the standard targets, takes no drive without its instruction, and shows what givers see while it is typed', async () => {
    await open('targets', '受付項目')
    await desk.getByRole('button', { name: '標準の受付項目をつくる' }).click()
    await desk.getByRole('rowheader', { name: '子ども食堂応援' }).waitFor()

    await desk.getByRole('button', { name: '受付項目を追加する' }).click()
    await dialog().getByLabel('種類').selectOption({ label: '共同募金・歳末' })
    await dialog().getByLabel('題名').fill('歳末たすけあい募金')
    await dialog().getByLabel('アドレス').fill('saimatsu')
    await dialog().getByLabel('運動').selectOption({ index: 1 })
    await save()
    await dialog().getByRole('link', { name: /ここで受け付けるには共同募金会の指示の文書が/ }).waitFor()
    expect(await accessibilityFindings(desk)).toEqual([])
    await dialog().getByLabel('共同募金会のページ').fill('https://www.akaihane.example.jp/')
    const seen = dialog().getByRole('region', { name: '寄附する方に見えるもの' })
    await seen.getByText('共同募金会のページへ：https://www.akaihane.example.jp/').waitFor()
    await save()
    await desk.getByRole('rowheader', { name: '歳末たすけあい募金' }).waitFor()
    await desk.getByRole('cell', { name: 'ご案内だけ' }).waitFor()

    // With the instruction it is taken here, and then not into the council's own account.
    await desk.getByRole('button', { name: '歳末たすけあい募金を編集する' }).click()
    await dialog().getByLabel('指示の文書').fill('共募第127号')
    await dialog().getByLabel('指示の日付').fill('R8.9.15')
    await save()
    await dialog().getByRole('link', { name: /共同募金会のお金と社協のお金は、同じ受け口では受け取れません/ }).waitFor()
    await dialog().getByRole('button', { name: 'やめる' }).click()
  })

  it('keeps rules and texts: an own text stands until the standard one is put back', async () => {
    await open('settings', 'オンライン寄附の受付の設定')
    await desk.getByLabel('1回の上限').fill('３００')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.getByRole('link', { name: '上限は、下限より大きい金額にしてください。' }).waitFor()
    await desk.getByLabel('1回の上限').fill('300000')
    await desk.getByRole('button', { name: '保存する' }).click()
    await desk.getByText('受付の設定を保存しました').waitFor()

    await desk.getByRole('tab', { name: '公開ページの文' }).click()
    await desk.getByText('1回につき500円から300,000円まで').waitFor()
    await desk.getByRole('button', { name: 'お礼の言葉を編集する' }).click()
    await dialog().getByLabel('お礼の言葉').fill('あたたかいお気持ちに感謝します。')
    await save()
    const thanks = desk.getByRole('region', { name: 'お礼の言葉' })
    await thanks.getByText('あたたかいお気持ちに感謝します。').waitFor()
    await thanks.getByText('社協の文').waitFor()
    await desk.getByRole('button', { name: 'お礼の言葉を編集する' }).click()
    await dialog().getByRole('button', { name: '標準の文に戻す' }).click()
    await save()
    await thanks.getByText('標準の文').waitFor()
    expect(await accessibilityFindings(desk)).toEqual([])
    await desk.setViewportSize({ width: 375, height: 800 })
    expect(await sidewaysOverflow(desk)).toBe(0)
    await desk.setViewportSize({ width: 1280, height: 900 })
  })

  it('makes a short link with its QR code and a poster to print', async () => {
    await open('links', 'リンク・QR')
    await desk.getByRole('button', { name: 'リンクを追加する' }).click()
    await dialog().getByLabel('名前').fill('窓口の札')
    await dialog().getByLabel('受付項目').selectOption({ label: '子ども食堂応援' })
    await dialog().getByLabel('金額').fill('１０００')
    await save()
    await desk.getByRole('button', { name: '窓口の札のQR・印刷' }).click()
    const address = await dialog().getByRole('code').innerText()
    expect(address).toMatch(new RegExp(`^${session.product.url}/g/[a-hjkmnp-z2-9]{6}$`))
    await dialog().getByRole('img', { name: '窓口の札のQRコード' }).waitFor()
    expect(await accessibilityFindings(desk)).toEqual([])
    const opened = desk.waitForEvent('popup')
    await dialog().getByRole('button', { name: 'ポスター（A4）' }).click()
    await opened
  })

  it('makes a link for each area below another, and prints them together', async () => {
    await open('links', 'リンク・QR')
    await desk.getByRole('button', { name: '地域ごとにつくる' }).click()
    await dialog().getByRole('button', { name: 'つくる' }).click()
    await dialog().getByRole('link', { name: '上の地域を選んでください。' }).waitFor()
    await dialog().getByLabel('受付項目').selectOption({ label: '社協の活動全体' })
    await dialog().getByRole('combobox', { name: '上の地域' }).fill('日吉校区')
    await desk.getByRole('option', { name: /日吉校区/ }).click()
    await dialog().getByRole('button', { name: 'つくる' }).click()
    await dialog().waitFor({ state: 'detached' })
    await desk.getByRole('rowheader', { name: '日吉二丁目自治会' }).waitFor()
    await desk.getByLabel('受付項目', { exact: true }).selectOption({ label: '社協の活動全体' })
    await desk.getByRole('rowheader', { name: '窓口の札' }).waitFor({ state: 'detached' })
    await desk.getByRole('button', { name: 'カード（A4に8枚） 2件分' }).waitFor()
    expect(await accessibilityFindings(desk)).toEqual([])
  })

  it('tells under which names the keys of an account stand on the server, never the keys', async () => {
    await open('accounts', '支払いの受け口')
    const keys = desk.getByRole('region', { name: '社協の受け口の鍵' })
    await keys.getByText('STRIPE_WEBHOOK_SECRET').waitFor()
    await keys.getByText(`${session.product.url}/webhooks/payments/council`).waitFor()
  })
})
