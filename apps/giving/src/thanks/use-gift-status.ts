import type { GiftStatus } from '@sasaeai/domain/online-giving/giver/giver-page'
import { useEffect, useRef, useState } from 'react'
import { forgetGift } from '../gift/kept-draft.ts'

/** Pauses between looks, in milliseconds: soon at first, then seldom; after about five minutes no more. */
const pausesMs = [1_000, 1_500, 2_000, 3_000, 4_000, 5_000, ...Array.from({ length: 28 }, () => 10_000)]
/** After so many looks it is likely that nothing was paid yet. */
const slowLooks = 5

/** Follows a gift until nothing more is to be expected of it soon: a payment that is confirmed, a receipt that is made. */
export function useGiftStatus(first: GiftStatus, ask: () => Promise<GiftStatus | null>) {
  const [status, setStatus] = useState(first)
  const [looks, setLooks] = useState(0)
  const isMoving = status.state === 'started' || status.state === 'awaiting' || (status.state === 'paid' && status.receiptWish === 'pdf' && status.refundedYen < status.paidYen && status.receipts.length === 0 && status.kind !== 'campaign')
  const asking = useRef(ask)
  useEffect(() => {
    asking.current = ask
  })
  useEffect(() => {
    const pauseMs = pausesMs[looks]
    if (!isMoving || pauseMs === undefined) return
    const timer = setTimeout(() => {
      asking.current().catch(() => null).then((seen) => {
        if (seen !== null) setStatus(seen)
        setLooks((before) => before + 1)
      }, () => undefined)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [isMoving, looks])
  const { giftId, state } = status
  useEffect(() => {
    if (state === 'paid') forgetGift(giftId)
  }, [giftId, state])
  return { status, isSlow: looks >= slowLooks }
}
