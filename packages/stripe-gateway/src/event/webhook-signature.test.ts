import { describe, expect, it } from 'vitest'
import { Stripe } from 'stripe'
import { isSignedBody, signatureOf } from './webhook-signature.ts'

const secret = 'whsec_c2FzYWVhaQ'
const body = new TextEncoder().encode('{"id":"evt_1","name":"支え合い"}')
const now = new Date('2026-11-22T03:00:00Z')
const seconds = now.getTime() / 1000

describe('the signature of a webhook', () => {
  it('is the one that the gateway’s own SDK makes and accepts', () => {
    const text = new TextDecoder().decode(body)
    const theirs = new Stripe('sk_test_x').webhooks.generateTestHeaderString({ payload: text, secret, timestamp: seconds })
    expect(signatureOf(body, { secret, now })).toBe(theirs)
    expect(isSignedBody({ body, signature: theirs, secret, now })).toBe(true)
  })

  it('covers every byte, the time and the secret', () => {
    const signature = signatureOf(body, { secret, now })
    const other = body.with(3, 65)
    expect(isSignedBody({ body: other, signature, secret, now })).toBe(false)
    expect(isSignedBody({ body, signature, secret: 'whsec_other', now })).toBe(false)
    expect(isSignedBody({ body, signature: signature.replace(`t=${seconds}`, `t=${seconds + 1}`), secret, now })).toBe(false)
  })

  it('holds for five minutes', () => {
    const signature = signatureOf(body, { secret, now })
    const later = (after: number) => isSignedBody({ body, signature, secret, now: new Date(now.getTime() + after * 1000) })
    expect([0, 300, 301].map(later)).toEqual([true, true, false])
  })

  it('is one of several while secrets are being exchanged', () => {
    const [time, old] = signatureOf(body, { secret: 'whsec_old', now }).split(',')
    const fresh = signatureOf(body, { secret, now }).split(',')[1]
    expect(isSignedBody({ body, signature: `${time},${old},${fresh},v0=00`, secret, now })).toBe(true)
  })

  it.each(['', 'v1=', `t=${seconds}`, `t=${seconds},v1=`, `t=${seconds},v1=zz`, `t=x,v1=${'0'.repeat(64)}`, 'nonsense'])(
    'is not %j',
    (signature) => {
      expect(isSignedBody({ body, signature, secret, now })).toBe(false)
    },
  )

  it('proves nothing under an empty secret', () => {
    // crypto takes an empty key, so an unset variable would let anybody sign.
    const signature = signatureOf(body, { secret: '', now })
    expect(isSignedBody({ body, signature, secret: '', now })).toBe(false)
    expect(isSignedBody({ body, signature, secret: ' ', now })).toBe(false)
  })
})
