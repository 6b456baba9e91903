import { yen } from '@sasaeai/domain/money/yen'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allOf, press, rigAccount, rigRefundId, startDemoRig, type DemoRig } from './demo-rig.ts'

let rig: DemoRig

beforeEach(async () => {
  rig = await startDemoRig()
})

afterEach(() => rig.stop())

describe('money that goes back', () => {
  const paymentIntentId = () => rig.factsOf('checkout_paid')[0]?.paymentIntentId ?? ''

  it('is refunded in parts, and not beyond what was paid', async () => {
    await rig.payByCard()
    const first = await rig.gateway.refund({ paymentIntentId: paymentIntentId(), amountYen: yen(1000), refundId: rigRefundId }, 'refund-1')
    expect(await rig.gateway.refund({ paymentIntentId: paymentIntentId(), amountYen: yen(1000), refundId: rigRefundId }, 'refund-1')).toEqual(first)
    await rig.demo.deliverWaiting(rigAccount)
    expect(rig.factsOf('refund')).toMatchObject([{ amountYen: 1000, state: 'succeeded', refundId: rigRefundId, paymentIntentId: paymentIntentId() }])
    expect(await rig.gateway.refund({ paymentIntentId: paymentIntentId(), amountYen: yen(2001), refundId: rigRefundId }, 'refund-2')).toMatchObject({ ok: false, isFinal: true })
    await rig.gateway.refund({ paymentIntentId: paymentIntentId(), amountYen: yen(2000), refundId: rigRefundId }, 'refund-3')
    expect(await rig.gateway.refund({ paymentIntentId: paymentIntentId(), amountYen: yen(1), refundId: rigRefundId }, 'refund-4')).toEqual({
      ok: false, isFinal: true, message: 'この決済は、すでに全額が返金されています。',
    })
  })

  it('can come back after it was refunded', async () => {
    await rig.payByCard()
    const answer = await rig.gateway.refund({ paymentIntentId: paymentIntentId(), amountYen: yen(3000), refundId: rigRefundId }, 'refund-1')
    const gatewayRefundId = answer.ok ? answer.value.gatewayRefundId : ''
    expect(await rig.demo.failRefund(rigAccount, gatewayRefundId)).toBe(true)
    expect(await rig.demo.failRefund(rigAccount, gatewayRefundId)).toBe(false)
    expect(rig.factsOf('refund').map(({ state }) => state)).toEqual(['succeeded', 'failed'])
    expect((await rig.demo.overview(rigAccount)).balanceYen).toBe(3000 - 108)
  })

  it('waits for the giver’s bank account when it was paid at a shop', async () => {
    const { voucher } = await rig.takeSlip()
    await press(voucher, 'pay')
    const answer = await rig.gateway.refund({ paymentIntentId: paymentIntentId(), amountYen: yen(3000), refundId: rigRefundId, email: 'hanako@example.jp' }, 'refund-1')
    await rig.demo.deliverWaiting(rigAccount)
    expect(rig.factsOf('refund').map(({ state }) => state)).toEqual(['pending'])
    await rig.demo.finishRefund(rigAccount, answer.ok ? answer.value.gatewayRefundId : '')
    expect(rig.factsOf('refund').map(({ state }) => state)).toEqual(['pending', 'succeeded'])
  })

  it('is denied by the card’s holder: opened, won or lost', async () => {
    await rig.payByCard()
    await rig.payByCard({}, 'key-2')
    const [one = '', other = ''] = rig.factsOf('checkout_paid').map((paid) => paid.paymentIntentId)
    const won = (await rig.demo.openDispute(rigAccount, one)) ?? ''
    const lost = (await rig.demo.openDispute(rigAccount, other)) ?? ''
    expect(await rig.demo.openDispute(rigAccount, one)).toBeNull()
    expect(await rig.gateway.refund({ paymentIntentId: one, amountYen: yen(1), refundId: rigRefundId }, 'refund-1')).toMatchObject({ ok: false, message: '異議申立てがあった決済は、返金できません。' })
    expect([await rig.demo.closeDispute(rigAccount, won, 'won'), await rig.demo.closeDispute(rigAccount, lost, 'lost')]).toEqual([true, true])
    expect(await rig.demo.closeDispute(rigAccount, lost, 'won')).toBe(false)
    expect(rig.factsOf('dispute').map(({ gatewayDisputeId, state }) => [gatewayDisputeId, state])).toEqual([
      [won, 'open'], [lost, 'open'], [won, 'won'], [lost, 'lost'],
    ])
  })
})

describe('a payout', () => {
  it('is made of gifts, refunds and disputes, less fees, to the yen', async () => {
    await rig.payByCard()
    await rig.payByCard({ amountYen: yen(5000) }, 'key-2')
    await rig.payByCard({ amountYen: yen(777) }, 'key-3')
    const [one = '', two = '', three = ''] = rig.factsOf('checkout_paid').map((paid) => paid.paymentIntentId)
    await rig.gateway.refund({ paymentIntentId: one, amountYen: yen(500), refundId: rigRefundId }, 'refund-1')
    await rig.demo.closeDispute(rigAccount, (await rig.demo.openDispute(rigAccount, two)) ?? '', 'won')
    const payoutId = (await rig.demo.makePayout(rigAccount)) ?? ''
    expect(rig.types.slice(-3)).toEqual(['payout.created', 'payout.paid', 'payout.reconciliation_completed'])
    const lines = await allOf(rig.gateway.payoutLines(payoutId))
    expect(lines.map(({ kind, grossYen, feeYen, paymentIntentId }) => [kind, grossYen, feeYen, paymentIntentId]).toReversed()).toEqual([
      ['payment', 3000, 108, one], ['payment', 5000, 180, two], ['payment', 777, 28, three],
      ['refund', -500, 0, one], ['dispute', -5000, 1500, two], ['dispute_reversal', 5000, 0, two],
    ])
    expect(lines.map(({ sourceId }) => sourceId.slice(0, 3)).toReversed()).toEqual(['pi_', 'pi_', 'pi_', 're_', 'du_', 'du_'])
    const net = lines.reduce((sum, { grossYen, feeYen }) => sum + grossYen - feeYen, 0)
    expect(rig.factsOf('payout').at(-1)).toMatchObject({ amountYen: net, arrivesOn: '2027-01-31', state: 'paid' })
    expect(rig.factsOf('payout_lines_ready')).toMatchObject([{ gatewayPayoutId: payoutId }])
    expect(await rig.demo.makePayout(rigAccount)).toBeNull()
  })

  it('that comes back goes with the next one', async () => {
    await rig.payByCard()
    const first = (await rig.demo.makePayout(rigAccount)) ?? ''
    expect(await rig.demo.failPayout(rigAccount, first)).toBe(true)
    expect(rig.factsOf('payout').at(-1)).toMatchObject({ state: 'failed', failure: '入金先の口座が解約されています。' })
    const second = (await rig.demo.makePayout(rigAccount)) ?? ''
    expect(await allOf(rig.gateway.payoutLines(second))).toMatchObject([{ kind: 'adjustment', grossYen: 2892, sourceId: first }])
  })

  it('is listed to its end, however many lines it has', async () => {
    for (let gift = 0; gift < 130; gift += 1) {
      const { url } = await rig.open({}, `key-${gift}`)
      await press(url, 'card')
    }
    const payoutId = (await rig.demo.makePayout(rigAccount)) ?? ''
    const lines = await allOf(rig.gateway.payoutLines(payoutId))
    expect(new Set(lines.map(({ lineId }) => lineId)).size).toBe(130)
    expect(await allOf(rig.gateway.eventsSince(new Date(rig.wall)))).toHaveLength(130 * 2 + 3)
  })
})
