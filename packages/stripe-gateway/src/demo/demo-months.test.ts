import { yen } from '@sasaeai/domain/money/yen'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rigAccount, rigGiftId, startDemoRig, type DemoRig } from './demo-rig.ts'

let rig: DemoRig

beforeEach(async () => {
  rig = await startDemoRig()
})

afterEach(() => rig.stop())

describe('a monthly gift', () => {
  it('is paid by invoices, on the same day or the last of a shorter month', async () => {
    const sessionId = await rig.payByCard({ frequency: 'monthly', amountYen: yen(1000) })
    const [started] = rig.factsOf('recurring_started')
    expect(started).toMatchObject({ giftId: rigGiftId, sessionId })
    expect(rig.factsOf('checkout_paid')).toEqual([])
    for (let month = 0; month < 3; month += 1) await rig.demo.moveToNextMonth(rigAccount)
    expect(rig.factsOf('month_paid').map(({ at }) => at)).toEqual([
      '2027-01-31T01:00:00.000Z', '2027-02-28T01:00:00.000Z', '2027-03-31T01:00:00.000Z', '2027-04-30T01:00:00.000Z',
    ])
    for (const month of rig.factsOf('month_paid')) {
      expect(month).toMatchObject({ giftId: rigGiftId, subscriptionId: started?.subscriptionId, amountYen: 1000, currency: 'jpy' })
    }
    const links = rig.factsOf('month_linked')
    expect(links.map(({ invoiceId }) => invoiceId)).toEqual(rig.factsOf('month_paid').map(({ invoiceId }) => invoiceId))
    expect(links.map(({ paymentIntentId }) => paymentIntentId)).toEqual(rig.factsOf('charge').map(({ paymentIntentId }) => paymentIntentId))
  })

  it('is changed, paused, resumed and ended', async () => {
    await rig.payByCard({ frequency: 'monthly', amountYen: yen(1000) })
    const subscriptionId = rig.factsOf('recurring_started')[0]?.subscriptionId ?? ''
    const done = { ok: true, value: null }
    expect(await rig.gateway.changeAmount({ subscriptionId, amountYen: yen(2500) }, 'amount-1')).toEqual(done)
    expect(await rig.gateway.changeAmount({ subscriptionId, amountYen: yen(2500) }, 'amount-1')).toEqual(done)
    await rig.demo.moveClock(rigAccount, new Date('2027-03-01T00:00:00Z'))
    expect(await rig.gateway.pause({ subscriptionId }, 'pause-1')).toEqual(done)
    await rig.demo.moveClock(rigAccount, new Date('2027-04-01T00:00:00Z'))
    expect(await rig.gateway.resume({ subscriptionId }, 'resume-1')).toEqual(done)
    await rig.demo.moveClock(rigAccount, new Date('2027-05-01T00:00:00Z'))
    expect(await rig.gateway.end({ subscriptionId }, 'end-1')).toEqual(done)
    expect(await rig.gateway.end({ subscriptionId }, 'end-2')).toEqual(done)
    expect((await rig.gateway.pause({ subscriptionId }, 'pause-2'))).toMatchObject({ ok: false, isFinal: true })
    await rig.demo.moveClock(rigAccount, new Date('2027-08-01T00:00:00Z'))
    expect(rig.factsOf('month_paid').map(({ at, amountYen }) => [at.slice(0, 10), amountYen])).toEqual([
      ['2027-01-31', 1000], ['2027-02-28', 2500], ['2027-04-30', 2500],
    ])
    const states = rig.factsOf('recurring_changed').map(({ state, nextOn }) => `${state} ${nextOn}`)
    expect(states.at(-1)).toBe('ended null')
    expect(states).toContain('paused null')
    expect(states).toContain('active 2027-04-30')
  })

  it('has months that fail, are tried again and go on', async () => {
    await rig.payByCard({ frequency: 'monthly', amountYen: yen(1000) })
    const subscriptionId = rig.factsOf('recurring_started')[0]?.subscriptionId ?? ''
    expect(await rig.demo.setCardFails(rigAccount, subscriptionId, true)).toBe(true)
    await rig.demo.moveClock(rigAccount, new Date('2027-03-15T00:00:00Z'))
    expect(rig.factsOf('month_failed').map(({ at, attempts, nextAttemptAt }) => [at.slice(0, 10), attempts, nextAttemptAt?.slice(0, 10) ?? null])).toEqual([
      ['2027-02-28', 1, '2027-03-03'], ['2027-03-03', 2, '2027-03-08'], ['2027-03-08', 3, null],
    ])
    expect(rig.factsOf('recurring_changed').at(-1)).toMatchObject({ state: 'past_due' })
    await rig.demo.setCardFails(rigAccount, subscriptionId, false)
    await rig.demo.moveClock(rigAccount, new Date('2027-04-01T00:00:00Z'))
    expect(rig.factsOf('month_paid')).toHaveLength(2)
    expect(rig.factsOf('recurring_changed').at(-1)).toMatchObject({ state: 'active' })
  })
})
