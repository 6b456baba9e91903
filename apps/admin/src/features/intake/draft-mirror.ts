import { intakeDraftSchema } from '@sasaeai/domain/intake/intake-draft'
import { z } from 'zod'
import { newId } from '../../app/new-id.ts'

/** What this browser remembers of a batch that the server does not have yet. */
const mirroredDraftSchema = z.object({
  /** The revision that the typing started from. */
  revision: z.int(),
  draft: intakeDraftSchema,
  /** The last draft that was sent and not answered for, if any. */
  sent: intakeDraftSchema.nullable(),
  /** Milliseconds since 1970; renewed while the tab lives. */
  at: z.number(),
})
export type MirroredDraft = z.output<typeof mirroredDraftSchema>

/** A tab that has not renewed its mirror for so long is gone: closed, crashed, or another day. */
const deadAfterMillis = 15_000
const prefix = 'sasaeai.intake.'

/** Keeps what is typed in this browser until the server has it: it survives reloads, crashes and lost connections. */
export function writeMirror(batchId: string, mirrored: MirroredDraft): void {
  try {
    localStorage.setItem(`${prefix}${batchId}.${tabId()}`, JSON.stringify(mirrored))
  } catch {
    // Storage is full or forbidden: the server's copy is the only one then, and the status line tells how old it is.
  }
}

/** The server has everything that this tab typed. */
export function clearMirror(batchId: string): void {
  localStorage.removeItem(`${prefix}${batchId}.${tabId()}`)
}

/**
 * What this tab, or one that is gone, typed and never saved; the newest first. Mirrors of tabs that still live are
 * left to them.
 */
export function readMirrors(batchId: string): { key: string; mirrored: MirroredDraft }[] {
  const own = `${prefix}${batchId}.${tabId()}`
  return mirrorKeys()
    .filter((key) => key.startsWith(`${prefix}${batchId}.`))
    .flatMap((key) => {
      const mirrored = parseMirror(localStorage.getItem(key))
      return mirrored !== null && (key === own || Date.now() - mirrored.at > deadAfterMillis) ? [{ key, mirrored }] : []
    })
    .toSorted((left, right) => right.mirrored.at - left.mirrored.at)
}

/** Forgets mirrors whose content has been taken over. */
export function forgetMirrors(keys: readonly string[]): void {
  for (const key of keys) localStorage.removeItem(key)
}

/** The batches of which this browser holds something unsaved. */
export function batchesWithMirror(): string[] {
  return [...new Set(mirrorKeys().map((key) => key.slice(prefix.length).split('.')[0] ?? ''))]
}

let ownTabId: string | null = null

/**
 * The identity of this tab: kept over a reload, but not copied when the tab is duplicated, because it rests in the
 * session's storage only while no page is open.
 */
export function tabId(): string {
  if (ownTabId !== null) return ownTabId
  const kept = sessionStorage.getItem(`${prefix}tab`)
  sessionStorage.removeItem(`${prefix}tab`)
  const id = z.uuid().safeParse(kept).data ?? newId()
  ownTabId = id
  addEventListener('pagehide', () => sessionStorage.setItem(`${prefix}tab`, id))
  return id
}

function mirrorKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix))
}

function parseMirror(text: string | null): MirroredDraft | null {
  if (text === null) return null
  try {
    return mirroredDraftSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
