import { yen } from '@sasaeai/domain/money/yen'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { press, rigAccount, rigGiftId, rigRefundId, startDemoRig, type DemoRig } from './demo-rig.ts'

let rig: DemoRig

beforeEach(async () => {
  rig = await startDemoRig()
})

afterEach(() => rig.stop())

const buttonsOf = async (url: string) => [...(await (await fetch(url)).text()).matchAll(/name="deed" value="(\w+)"/g)].map(([, deed]) => deed)
const placeOf = (answer: Response) => `${rig.origin}${answer.headers.get('location')}`

describe('銀行振込', () => {
  it('waits without an end for what is sent to an account of the giver’s own, and is paid later', async () => {
    const { url, sessionId } = await rig.open()
    const instructions = placeOf(await press(url, 'transfer'))
    expect(rig.types).toEqual(['payment_intent.requires_action', 'checkout.session.completed'])
    const awaiting = rig.factsOf('checkout_awaiting')
    expect(awaiting).toMatchObject([
      { giftId: rigGiftId, sessionId: null, voucherUrl: instructions, payableUntil: null },
      { giftId: rigGiftId, sessionId, voucherUrl: null, payableUntil: null },
    ])
    expect(await (await fetch(instructions)).text()).toMatch(/デモ銀行[\s\S]*普通 \d{7}[\s\S]*3,000円/)
    expect(await buttonsOf(instructions)).toEqual(['pay'])
    await rig.demo.moveClock(rigAccount, new Date('2027-06-01T00:00:00Z'))
    await press(instructions, 'expire')
    expect([rig.factsOf('checkout_failed'), rig.factsOf('checkout_paid')]).toEqual([[], []])
    expect((await rig.demo.overview(rigAccount)).openPages).toMatchObject([{ url: instructions, amountYen: 3000 }])
    await press(instructions, 'pay')
    await press(instructions, 'pay')
    expect(rig.factsOf('checkout_paid')).toMatchObject([{ giftId: rigGiftId, sessionId, paymentIntentId: awaiting[0]?.paymentIntentId, at: '2027-06-01T00:00:00.000Z' }])
    expect(rig.factsOf('charge')).toMatchObject([{ method: 'customer_balance', chargeId: expect.stringMatching(/^py_/) }])
    expect(await (await fetch(instructions)).text()).toContain('支払い済みです')
  })

  it('is given back to an account that the giver names first', async () => {
    const { url } = await rig.open()
    await press(placeOf(await press(url, 'transfer')), 'pay')
    const paymentIntentId = rig.factsOf('checkout_paid')[0]?.paymentIntentId ?? ''
    const refunded = await rig.gateway.refund({ paymentIntentId, amountYen: yen(1000), refundId: rigRefundId, email: 'hanako@example.jp' }, 'refund-1')
    expect(refunded.ok).toBe(true)
    await rig.demo.deliverWaiting(rigAccount)
    expect(rig.factsOf('refund')).toMatchObject([{ refundId: rigRefundId, state: 'pending', amountYen: 1000 }])
    expect(await rig.demo.finishRefund(rigAccount, refunded.ok ? refunded.value.gatewayRefundId : '')).toBe(true)
    expect(rig.factsOf('refund').at(-1)).toMatchObject({ state: 'succeeded' })
  })
})

describe('PayPay', () => {
  it('is agreed to at a place of its own, and paid at once', async () => {
    const { url, sessionId } = await rig.open()
    const wallet = placeOf(await press(url, 'paypay'))
    // Being sent elsewhere means nothing for the gift.
    expect([rig.types, rig.facts]).toEqual([['payment_intent.requires_action'], []])
    expect(await buttonsOf(wallet)).toEqual(['approve', 'refuse'])
    const answer = await press(wallet, 'approve')
    expect(answer.headers.get('location')).toBe(`${rig.origin}/thanks/${sessionId}`)
    await press(wallet, 'approve')
    expect(rig.factsOf('checkout_paid')).toMatchObject([{ giftId: rigGiftId, sessionId, amountYen: 3000 }])
    expect(rig.factsOf('charge')).toMatchObject([{ method: 'paypay' }])
    expect((await rig.demo.overview(rigAccount)).payments).toMatchObject([{ method: 'paypay', amountYen: 3000 }])
    const paymentIntentId = rig.factsOf('checkout_paid')[0]?.paymentIntentId ?? ''
    await rig.gateway.refund({ paymentIntentId, amountYen: yen(500), refundId: rigRefundId }, 'refund-1')
    await rig.demo.deliverWaiting(rigAccount)
    expect(rig.factsOf('refund')).toMatchObject([{ state: 'succeeded', amountYen: 500 }])
  })

  it('that is not agreed to leaves the pay page open for another way', async () => {
    const { url } = await rig.open()
    const wallet = placeOf(await press(url, 'paypay'))
    const back = await press(wallet, 'refuse')
    expect(back.headers.get('location')).toBe(new URL(url).pathname)
    expect(await (await fetch(url)).text()).toContain('PayPayでのお支払いは行われませんでした')
    expect((await fetch(wallet, { redirect: 'manual' })).headers.get('location')).toBe(new URL(url).pathname)
    await press(wallet, 'approve')
    expect(rig.facts).toEqual([])
    await press(url, 'card')
    expect(rig.factsOf('charge')).toMatchObject([{ method: 'card' }])
    expect(rig.factsOf('checkout_paid')).toHaveLength(1)
  })
})

it('offers for a monthly gift what can be charged each month, and nothing else', async () => {
  expect(await buttonsOf((await rig.open()).url)).toEqual(['card', 'paypay', 'konbini', 'transfer', 'decline'])
  const { url } = await rig.open({ frequency: 'monthly' }, 'key-2')
  expect(await buttonsOf(url)).toEqual(['card', 'decline'])
  for (const deed of ['paypay', 'approve', 'konbini', 'transfer']) await press(url, deed)
  expect(rig.facts).toEqual([])
})
