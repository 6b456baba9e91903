import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { aPayout, anOnlinePayment } from '@sasaeai/testing/an-online-payment'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let session: ProductSession
let desk: Awaited<ReturnType<ProductSession['signIn']>>['page']

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  const today = localDateInTokyo(new Date())
  await anOnlinePayment(session.council, { paymentIntentId: 'pi_1', paidOn: today })
  await aPayout(session.council, { paymentIntentId: 'pi_1', arrivesOn: today })
  await session.council.deps.db.prisma.gatewayEvent.create({
    data: {
      paymentAccountId: session.council.paymentAccount('council'), eventId: 'evt_odd', type: 'checkout.session.completed', createdAt: new Date(), receivedAt: new Date(), dueAt: new Date(),
      body: Buffer.from(JSON.stringify({ data: { object: { amount_total: 700 } } })), state: 'quarantined', reason: 'gift_unknown',
    },
  })
  desk = (await session.signIn('accountant')).page
})
afterAll(() => session.end())

async function open(address: string, heading: string): Promise<void> {
  await desk.goto(`${session.product.url}/admin/online-giving/${address}`)
  await desk.getByRole('heading', { level: 1, name: heading }).waitFor()
}

const dialog = () => desk.getByRole('dialog')

describe('what was given online', () => {
  it('is found, and a refund above the threshold waits for a second person, whose asker cannot approve it', async () => {
    await open('gifts', 'オンライン寄附')
    await desk.getByText('確認が必要な通知が1件あります').waitFor()
    await desk.getByRole('rowheader', { name: '佐々木 恵' }).getByRole('link').click()
    await desk.getByRole('button', { name: '返金する' }).click()
    await dialog().getByLabel('返金する額').fill('20000')
    await dialog().getByRole('button', { name: '返金を頼む' }).click()
    await dialog().getByRole('link', { name: /返金の理由を入力してください/ }).waitFor()
    await dialog().getByLabel('返金の理由').fill('二重に申し込まれたため')
    await dialog().getByRole('button', { name: '返金を頼む' }).click()
    await dialog().getByRole('link', { name: /返金できるのは10,000円までです/ }).waitFor()
    await dialog().getByLabel('返金する額').fill('１０，０００')
    await dialog().getByRole('button', { name: '返金を頼む' }).click()
    await desk.getByText('ほかの担当者の承認を待っています。').waitFor()
    expect(await desk.getByRole('button', { name: '返金する', exact: true }).count()).toBe(0)
    await desk.getByRole('button', { name: '取り下げる' }).click()
    await desk.getByText('返金を取り下げました').waitFor()
  })

  it('comes to the bank: a difference to the bank book is told with its reason', async () => {
    await open('payouts', '入金')
    await desk.getByRole('cell', { name: '未確認' }).waitFor()
    await desk.getByRole('rowheader').getByRole('link').first().click()
    await desk.getByRole('button', { name: '通帳で確認した' }).click()
    await dialog().getByLabel('通帳の金額').fill('9420')
    await dialog().getByRole('button', { name: '確認を記録する' }).click()
    await dialog().getByRole('link', { name: /違う理由を備考に入力してください/ }).waitFor()
    await dialog().getByLabel('備考').fill('振込手数料220円')
    await dialog().getByRole('button', { name: '確認を記録する' }).click()
    await desk.getByText('差 △220円').waitFor()
  })

  it('is put aside where only a person can decide, who says what was done instead', async () => {
    await open('events?state=quarantined', '通知')
    await desk.getByRole('button', { name: '対応済みにする' }).click()
    await dialog().getByLabel('どう対応したか').fill('手で記帳（伝票1）')
    await dialog().getByRole('button', { name: '対応済みにする' }).click()
    await desk.getByText('確認が必要な通知はありません').waitFor()
  })
})
