import { inTransaction } from '@sasaeai/db/in-transaction'
import { checkoutMinutes, type GatewayCallRequest, openedCheckoutSchema } from '@sasaeai/domain/online-giving/call/gateway-call'
import { checkStart, type StartRefusal } from '@sasaeai/domain/online-giving/gift/check-start'
import type { GiftAmount } from '@sasaeai/domain/online-giving/gift/gift-amount'
import type { GivingFrontTarget } from '@sasaeai/domain/online-giving/gift/giving-front'
import type { StartGiftInput } from '@sasaeai/domain/online-giving/gift/start-gift-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { checkProof, type GoodProof, spendProof } from '../abuse/check-proof.ts'
import { countCallOfGift, countStart, proofLevelFor } from '../abuse/giving-limits.ts'
import { answerCall, type UnansweredCall } from '../call/answer-call.ts'
import { readGivingFront } from '../front/read-giving-front.ts'
import { accessOf, hashOfSecret, thanksUrl } from './gift-access.ts'
import { giftRow, readGiftPlace, readStandingGift, type StandingGift } from './gift-row.ts'

/** From where somebody asks. */
export interface Visitor {
  /** The address that the request came from. */
  readonly address: string
  /** Under which origin this site was seen. */
  readonly origin: string
}

/** Where the giver pays, and the secret that shows the gift afterwards. */
export interface StartedGift {
  readonly url: string
  readonly access: string
}

export type StartFailure = StartRefusal | UnansweredCall | 'too_many_attempts' | 'proof_refused' | 'gift_started_otherwise' | 'gift_over' | 'gift_done'

/**
 * Starts a gift. It is written down, with the key under which the gateway is asked, before the gateway is asked at all. So
 * whatever is killed or lost in between, the same gift asked for again is the same gift with the same pay page. The gift's
 * own row, which nobody can change, is its record: the audit log holds what staff and givers do afterwards.
 */
export async function startOnlineGift(deps: Deps, visitor: Visitor, gift: StartGiftInput): Promise<Outcome<StartedGift, StartFailure>> {
  const front = await readGivingFront(deps)
  const target = front.targets.find(({ slug }) => slug === gift.slug)
  const place = await readGiftPlace(deps.db, gift)
  if (target === undefined || place === null) return fail('giving_target_not_taken')
  const row = giftRow(gift, target, place)
  const readStanding = () => readStandingGift(deps.db, gift.giftId, { ...row, amountYen: gift.amountYen, units: gift.units })
  const before = await readStanding()
  if (before !== null) return (await countCallOfGift(deps, gift.giftId)) ?? goOn(deps, visitor, before)
  const amount = checkStart(gift, front, target)
  if (!amount.ok) return amount
  const asker = { address: visitor.address, visitId: gift.visitId, email: gift.giver.email }
  const proof = await checkProof(deps, gift.proof, await proofLevelFor(deps, asker))
  if (proof === null) return fail('proof_refused')
  // Counted only of who has done the work: nobody uses up the starts of another's e-mail address without it.
  const refusal = await countStart(deps, asker)
  if (refusal !== null) return refusal
  const request = requestOf(deps, { gift, target, amount: amount.value, visitor })
  const written = await writeGift(deps, { gift, row, proof, amount: amount.value, request })
  // The other half of a double click may have been quicker, and has spent the proof.
  const standing = await readStanding()
  if (standing !== null) return goOn(deps, visitor, standing)
  if (written.ok) throw new Error('a gift that was written is there')
  return written
}

interface WantedGift {
  readonly gift: StartGiftInput
  readonly row: ReturnType<typeof giftRow>
  readonly amount: GiftAmount
  readonly proof: GoodProof
  readonly request: GatewayCallRequest
}

/** Whoever writes the gift spends the proof with it: both, or neither. */
async function writeGift(deps: Deps, { gift, row, amount, proof, request }: WantedGift): Promise<Outcome<null, 'proof_refused'>> {
  const access = await accessOf(deps, gift.giftId)
  const now = deps.now()
  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.onlineGift.createMany({
      data: [{ id: gift.giftId, ...row, ...amount, accessHash: hashOfSecret(access), startedAt: now }],
      skipDuplicates: true,
    })
    if (count === 0) return succeed(null)
    if (!(await spendProof({ deps, tx }, proof))) return fail('proof_refused')
    await tx.gatewayCall.create({
      data: { id: deps.newId(), paymentAccountId: row.paymentAccountId, kind: request.kind, giftId: gift.giftId, subjectId: gift.giftId, request, wantedAt: now, dueAt: now },
    })
    return succeed(null)
  }, { isolation: 'ReadCommitted' })
}

function requestOf(deps: Deps, { gift, target, amount, visitor }: { gift: StartGiftInput; target: GivingFrontTarget; amount: GiftAmount; visitor: Visitor }): GatewayCallRequest {
  return {
    kind: 'checkout',
    amountYen: amount.amountYen,
    frequency: gift.frequency,
    name: amount.units === null ? target.title : `${target.title}（${amount.units}口）`,
    email: gift.giver.email,
    locale: gift.language === 'en' ? 'en' : 'ja',
    origin: visitor.origin,
    slug: gift.slug,
    expiresAt: new Date(deps.now().getTime() + checkoutMinutes * 60_000).toISOString(),
  }
}

/** Asks the gateway for the pay page, or finds what it answered. */
async function goOn(deps: Deps, { origin }: Visitor, { giftId, isSame, state, startedAt, callId }: StandingGift): Promise<Outcome<StartedGift, StartFailure>> {
  if (!isSame) return fail('gift_started_otherwise')
  const access = await accessOf(deps, giftId)
  if (state === 'paid' || state === 'awaiting') {
    // The secret goes out again only while somebody may still be at it: who learns later what was filled in is not told more.
    const isStillAtIt = deps.now().getTime() - startedAt.getTime() < checkoutMinutes * 60_000
    return isStillAtIt ? succeed({ url: thanksUrl({ origin, giftId, access }), access }) : fail('gift_done')
  }
  const call = await answerCall(deps, callId)
  if (!call.ok) return call
  if (state !== 'started') return fail('gift_over')
  return succeed({ url: openedCheckoutSchema.parse(call.value).url, access })
}
