import { yen } from '@sasaeai/domain/money/yen'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFact } from '../read-event.ts'
import { allOf, press, rigAccount, rigGiftId, startDemoRig, type DemoRig } from './demo-rig.ts'

let rig: DemoRig

beforeEach(async () => {
  rig = await startDemoRig()
})

afterEach(() => rig.stop())

describe('a gift by card', () => {
  it('is opened by the real SDK, paid on the page and told of by signed events', async () => {
    const opened = await rig.open()
    expect(opened.expiresAt).toBe(new Date(rig.wall + 3_600_000).toISOString())
    expect(rig.gateway.mode).toBe('demo')
    const page = await fetch(opened.url)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    const html = await page.text()
    expect(html).toContain('デモ・実際のお金は動きません')
    expect(html).toContain('子どもの居場所づくり')
    expect(html).toContain('3,000円')
    expect(html).not.toContain('<script')
    const answer = await press(opened.url, 'card')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${rig.origin}/thanks/${opened.sessionId}`])
    expect(rig.types).toEqual(['charge.succeeded', 'payment_intent.succeeded', 'checkout.session.completed'])
    const [paid] = rig.factsOf('checkout_paid')
    expect(paid).toMatchObject({ giftId: rigGiftId, sessionId: opened.sessionId, amountYen: 3000, currency: 'jpy', at: '2027-01-31T01:00:00.000Z' })
    expect(rig.factsOf('charge')).toMatchObject([{ paymentIntentId: paid?.paymentIntentId, method: 'card' }])
  })

  it('has its pages in the language that it was ordered in', async () => {
    const { url } = await rig.open({ locale: 'en' })
    await press(url, 'decline')
    const pages = [await (await fetch(url)).text()]
    const { headers } = await press(url, 'konbini')
    const voucher = `${rig.origin}${headers.get('location')}`
    pages.push(await (await fetch(voucher)).text())
    await press(voucher, 'pay')
    pages.push(await (await fetch(voucher)).text(), await (await fetch(url)).text())
    // What is given for is named as the council names it.
    const others = pages.map((page) => page.replaceAll(/<dd lang="ja">.+?<\/dd>/g, ''))
    expect(others.map((page) => /[ぁ-んァ-ヶ一-龠]/.exec(page)?.[0] ?? '')).toEqual(['', '', '', ''])
    expect(pages.every((page) => page.includes('<html lang="en">') && page.includes('Demo: no real money moves'))).toBe(true)
    expect(pages[0]).toContain('The card was declined.')
    expect(pages[1]).toContain('3 February 2027, 23:59 (Japan time)')
  })

  it('is paid once, however often the button is pressed', async () => {
    const { url } = await rig.open()
    await Promise.all([press(url, 'card'), press(url, 'card'), press(url, 'konbini')])
    expect(rig.factsOf('checkout_paid')).toHaveLength(1)
    expect((await rig.demo.overview(rigAccount)).payments).toHaveLength(1)
    expect(await (await fetch(url)).text()).toContain('もう一度支払う必要はありません')
  })

  it('can be tried again when a card is refused', async () => {
    const { url } = await rig.open()
    const declined = await press(url, 'decline')
    expect(declined.headers.get('location')).toBe(new URL(url).pathname)
    expect(await (await fetch(url)).text()).toContain('カードが断られました')
    expect(rig.facts).toEqual([])
    await press(url, 'card')
    expect(rig.factsOf('checkout_paid')).toHaveLength(1)
  })

  it('expires on being asked to, and with time', async () => {
    const first = await rig.open()
    expect(await rig.gateway.expireCheckout(first.sessionId, 'expire-1')).toEqual({ ok: true, value: null })
    expect(await rig.gateway.expireCheckout(first.sessionId, 'expire-2')).toEqual({ ok: true, value: null })
    expect((await rig.gateway.expireCheckout('cs_demo_none', 'expire-3')).ok).toBe(false)
    const second = await rig.open({}, 'key-2')
    await rig.demo.moveClock(rigAccount, new Date(rig.wall + 3_599_000))
    expect(rig.factsOf('checkout_expired').map(({ sessionId }) => sessionId)).toEqual([first.sessionId])
    await rig.demo.moveClock(rigAccount, new Date(rig.wall + 3_600_000))
    expect(rig.factsOf('checkout_expired').map(({ sessionId }) => sessionId)).toEqual([first.sessionId, second.sessionId])
    await press(second.url, 'card')
    expect(rig.factsOf('checkout_paid')).toEqual([])
    expect(await (await fetch(second.url)).text()).toContain('期限が過ぎました')
  })
})

describe('a gift at a shop', () => {
  it('waits with its number and its time, and is paid later', async () => {
    const { voucher, sessionId } = await rig.takeSlip()
    const awaiting = rig.factsOf('checkout_awaiting')
    expect(awaiting).toMatchObject([
      { giftId: rigGiftId, sessionId: null, voucherUrl: voucher, payableUntil: '2027-02-03T14:59:59.000Z' },
      { giftId: rigGiftId, sessionId, voucherUrl: null },
    ])
    expect(rig.factsOf('checkout_paid')).toEqual([])
    expect(await (await fetch(voucher)).text()).toMatch(/\d{4}-\d{3}-\d{4}[\s\S]*2027年2月3日 23時59分まで/)
    await press(voucher, 'pay')
    await press(voucher, 'pay')
    expect(rig.factsOf('checkout_paid')).toMatchObject([{ giftId: rigGiftId, sessionId, paymentIntentId: awaiting[0]?.paymentIntentId }])
    expect(rig.factsOf('charge')).toMatchObject([{ method: 'konbini' }])
    expect(await (await fetch(voucher)).text()).toContain('支払い済みです')
  })

  it('fails when its time has passed', async () => {
    const { voucher, sessionId } = await rig.takeSlip()
    await rig.demo.moveClock(rigAccount, new Date('2027-02-03T15:00:00Z'))
    expect(rig.factsOf('checkout_failed')).toMatchObject([{ giftId: rigGiftId, sessionId, at: '2027-02-03T14:59:59.000Z' }])
    await press(voucher, 'pay')
    expect(rig.factsOf('checkout_paid')).toEqual([])
  })

  it('is offered for what shops take only', async () => {
    for (const amountYen of [yen(119), yen(300_001)]) {
      const { url } = await rig.open({ amountYen }, `key-${amountYen}`)
      expect(await (await fetch(url)).text()).not.toContain('コンビニ')
      await press(url, 'konbini')
    }
    expect(rig.facts).toEqual([])
  })
})

describe('what was sent', () => {
  it('is sent again until it is taken, also by a server that was started anew', async () => {
    rig.answersWith = 500
    await rig.payByCard()
    expect([rig.facts, (await rig.demo.overview(rigAccount)).waitingEvents]).toEqual([[], 3])
    rig.answersWith = 200
    await rig.restart()
    expect(await rig.demo.deliverWaiting(rigAccount)).toBe(0)
    rig.wall += 3000
    expect(await rig.demo.deliverWaiting(rigAccount)).toBe(3)
    expect(await rig.demo.deliverWaiting(rigAccount)).toBe(0)
    expect(rig.factsOf('checkout_paid')).toHaveLength(1)
  })

  it('can be asked for by whoever missed it', async () => {
    rig.answersWith = 503
    await rig.payByCard()
    const missed = await allOf(rig.gateway.eventsSince(new Date(rig.wall)))
    // The newest first, and only what means something.
    expect(missed.map(({ body }) => readFact(body)?.kind)).toEqual(['checkout_paid', 'charge'])
    expect(missed.map(({ eventId }) => eventId.slice(0, 9))).toEqual(['evt_demo_', 'evt_demo_'])
    expect(await allOf(rig.gateway.eventsSince(new Date(rig.wall + 1000)))).toEqual([])
  })
})
