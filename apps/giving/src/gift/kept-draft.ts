import { emptyDraft, type GiftDraft } from './gift-draft.ts'

/** What is kept of a gift in this tab, so that neither a reload nor the way back from the payment loses anything. */
export interface KeptGift {
  readonly draft: GiftDraft
  /** 短いリンク by which the page was opened, and for whom it counts. */
  readonly link: { readonly code: string; readonly areaName: string | null } | null
  /** The gift that was sent, and what it said: the same once more is the same gift, anything else is another. */
  readonly sent: { readonly giftId: string; readonly content: string } | null
}

const nothingKept: KeptGift = { draft: emptyDraft, link: null, sent: null }

const prefix = 'gift:'

/** What is kept for a target. A browser that keeps nothing starts empty. */
export function readKeptGift(slug: string): KeptGift {
  try {
    const text = sessionStorage.getItem(prefix + slug)
    if (text === null) return nothingKept
    const kept: KeptGift = JSON.parse(text)
    return { ...nothingKept, ...kept, draft: { ...emptyDraft, ...kept.draft } }
  } catch {
    return nothingKept
  }
}

export function keepGift(slug: string, kept: KeptGift): void {
  try {
    sessionStorage.setItem(prefix + slug, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing: the page itself still remembers.
  }
}
/** Once a gift is paid, nothing typed stays behind on a phone that others may use. */
export function forgetGift(giftId: string): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix) && readKeptGift(key.slice(prefix.length)).sent?.giftId === giftId) sessionStorage.removeItem(key)
  }
}
