import { type IntakeDraft, isSameDraft } from '@sasaeai/domain/intake/intake-draft'
import type { BatchState, SaveAnswer } from './intake-wire.ts'

/** What the status line says about the draft. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'unsaved' | 'saving' }
  /** The server did not answer; it is tried again and again. */
  | { readonly kind: 'waiting' }
  /** Somebody else changed the draft: a person has to choose. */
  | { readonly kind: 'conflict'; readonly newer: BatchState }
  /** The batch is no draft any more. */
  | {
      readonly kind: 'refused'
      readonly answer: Extract<SaveAnswer, { code: 'batch_not_found' | 'batch_not_editable' }>
    }

/** What the server does not have yet, with the last draft that was sent and not answered for. */
interface UnsavedDraft {
  readonly revision: number
  readonly draft: IntakeDraft
  readonly sent: IntakeDraft | null
}

export interface DraftSaverPorts {
  /** Sends a draft. Rejects when the server cannot be reached. */
  readonly save: (revision: number, draft: IntakeDraft) => Promise<SaveAnswer>
  /** Keeps in this browser what the server does not have; null when it has everything. */
  readonly mirror: (unsaved: UnsavedDraft | null) => void
}

const pauseMillis = 700
const longestRetryMillis = 15_000

/**
 * Saves a draft behind the typist's back: after each pause, one request at a time, again until the server answers.
 * What is not saved yet is mirrored in the browser with every key, so no order of failures loses any of it.
 */
export class DraftSaver {
  state: SaveState
  revision: number
  readonly #ports: DraftSaverPorts
  #current: IntakeDraft
  #saved: IntakeDraft
  #sent: IntakeDraft | null
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<boolean> | null = null
  #failures = 0
  #listener: (() => void) | null = null

  /** Starts from what the server has; `sent` is what an earlier page sent without hearing an answer. */
  constructor(
    server: Pick<BatchState, 'revision' | 'draft' | 'updatedAt'>,
    sent: IntakeDraft | null,
    ports: DraftSaverPorts,
  ) {
    this.revision = server.revision
    this.state = { kind: 'saved', at: server.updatedAt }
    this.#current = server.draft
    this.#saved = server.draft
    this.#sent = sent
    this.#ports = ports
  }

  /** Begins to save by itself, and tells the listener whenever the state has changed. */
  start(listener: () => void): void {
    this.#listener = listener
  }

  stop(): void {
    this.#listener = null
    clearTimeout(this.#timer)
  }

  /** Tells of the draft as it is now; it is saved after a moment's pause. */
  note(draft: IntakeDraft): void {
    if (draft === this.#current) return
    this.#current = draft
    this.renewMirror()
    if (this.#needsPerson()) return
    if (this.state.kind !== 'waiting') this.#show({ kind: 'unsaved' })
    if (this.#running === null && this.#failures === 0) this.#later(pauseMillis)
  }

  /** Saves at once. True when the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer)
    if (this.#needsPerson()) return false
    this.#running ??= this.#send().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** Goes on from what the server has, giving up what was not saved. */
  adopt(server: Pick<BatchState, 'revision' | 'draft' | 'updatedAt'>): void {
    this.revision = server.revision
    this.#saved = server.draft
    this.#current = server.draft
    this.#sent = null
    this.#failures = 0
    this.#ports.mirror(null)
    this.#show({ kind: 'saved', at: server.updatedAt })
  }

  /** Writes the mirror anew, which also tells other tabs that this one lives. */
  renewMirror(): void {
    if (this.#current === this.#saved) return
    this.#ports.mirror({ revision: this.revision, draft: this.#current, sent: this.#sent })
  }

  async #send(): Promise<boolean> {
    while (this.#current !== this.#saved) {
      const sending = this.#current
      this.#ports.mirror({ revision: this.revision, draft: sending, sent: sending })
      if (this.state.kind !== 'waiting') this.#show({ kind: 'saving' })
      const answer = await this.#ports.save(this.revision, sending).catch(() => null)
      if (answer === null) return this.#wait(sending)
      this.#failures = 0
      if (!this.#take(answer, sending)) return false
    }
    this.#ports.mirror(null)
    return true
  }

  #wait(sending: IntakeDraft): false {
    this.#sent = sending
    this.#failures += 1
    this.#show({ kind: 'waiting' })
    this.#later(Math.min(500 * 2 ** this.#failures, longestRetryMillis))
    return false
  }

  /** False when a person has to decide. */
  #take(answer: SaveAnswer, sending: IntakeDraft): boolean {
    if (answer.ok) {
      this.revision = answer.value.revision
      this.#settle(sending, answer.value.savedAt)
      return true
    }
    if (answer.code !== 'draft_changed_elsewhere') {
      this.#show({ kind: 'refused', answer })
      return false
    }
    // Our own save whose answer was lost looks like somebody else's; but it says what we sent.
    const { newer } = answer
    if (this.#sent !== null && newer.status === 'draft' && isSameDraft(newer.draft, this.#sent)) {
      this.revision = newer.revision
      this.#settle(this.#sent, newer.updatedAt)
      return true
    }
    this.renewMirror()
    this.#show({ kind: 'conflict', newer })
    return false
  }

  #settle(saved: IntakeDraft, at: string): void {
    this.#saved = saved
    this.#sent = null
    this.#show(this.#current === saved ? { kind: 'saved', at } : { kind: 'unsaved' })
  }

  #needsPerson(): boolean {
    return this.state.kind === 'conflict' || this.state.kind === 'refused'
  }

  #show(state: SaveState): void {
    this.state = state
    this.#listener?.()
  }

  #later(millis: number): void {
    clearTimeout(this.#timer)
    if (this.#listener !== null) this.#timer = setTimeout(() => void this.flush(), millis)
  }
}
