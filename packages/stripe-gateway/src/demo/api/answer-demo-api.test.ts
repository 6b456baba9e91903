import { yen } from '@sasaeai/domain/money/yen'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rigAccount, rigKeys, startDemoRig, type DemoRig } from '../demo-rig.ts'
import { createStripeGateway } from '../../stripe-gateway.ts'
import { demoKeys } from '../demo-keys.ts'

let rig: DemoRig

beforeEach(async () => {
  rig = await startDemoRig()
})

afterEach(() => rig.stop())

describe('the API', () => {
  it('gives the same answer under the same key, and refuses another order under it', async () => {
    const first = await rig.open()
    expect(await rig.open()).toEqual(first)
    expect(await rig.gateway.openCheckout(rig.order({ amountYen: yen(4000) }), 'key-1')).toMatchObject({ ok: false, isFinal: true })
    expect((await rig.demo.overview(rigAccount)).openPages).toHaveLength(1)
  })

  it('keeps accounts apart', async () => {
    const { sessionId } = await rig.open()
    const other = createStripeGateway({ secretKey: rigKeys.secretKey('chest'), host: '127.0.0.1', port: rig.port, protocol: 'http' })
    expect(await other.expireCheckout(sessionId, 'expire-1')).toMatchObject({ ok: false, isFinal: true, message: '決済会社に、そのものが見つかりません。' })
  })

  it('believes its own keys only, which nobody can make without the secret', async () => {
    const port = rig.port
    for (const secretKey of [`sk_demo_${rigAccount}.x`, demoKeys('another secret').secretKey(rigAccount), 'sk_test_1']) {
      const stranger = createStripeGateway({ secretKey, host: '127.0.0.1', port, protocol: 'http' })
      expect(await stranger.openCheckout(rig.order(), 'key-1')).toEqual({
        ok: false, isFinal: false, message: '決済会社の鍵が正しくありません。STRIPE_SECRET_KEY を確かめてください。',
      })
    }
  })

  it('refuses what the rig.gateway would refuse', async () => {
    expect(await rig.gateway.openCheckout(rig.order({ amountYen: yen(49) }), 'a')).toMatchObject({ ok: false, isFinal: true })
    expect(await rig.gateway.openCheckout(rig.order({ expiresAt: new Date(rig.wall + 60_000) }), 'b')).toMatchObject({ ok: false, isFinal: true })
    expect(await rig.gateway.openCheckout(rig.order({ email: 'x' }), 'c')).toMatchObject({ ok: false, isFinal: true })
  })

  it('leaves what is not its own to others', async () => {
    expect((await fetch(`${rig.origin}/giving`)).status).toBe(404)
    expect(await (await fetch(`${rig.origin}/demo-gateway/council/pay/cs_demo_none`)).text()).toContain('ページがありません')
  })
})
