import type { Db } from '@sasaeai/db/database'
import type { Tx } from '@sasaeai/db/in-transaction'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import type { EntryDraft } from '@sasaeai/domain/ledger/entry-draft'
import { isBalanced } from '@sasaeai/domain/ledger/entry-draft'
import type { AuditNote } from '../user/record-audit-event.ts'
import type { Actor, Deps } from '../deps.ts'

/** What the books answer for an entry: its number, gapless within the fiscal year. */
export interface PostedEntry {
  readonly id: JournalEntryId
  readonly fiscalYear: FiscalYear
  readonly entryNumber: number
}

/** An entry and the audit event that goes into the books with it. */
export interface EntryToPost {
  readonly entry: EntryDraft
  readonly audit: AuditNote
}

/**
 * Posts entries inside the caller's transaction, in the order given. One statement (`post_entries`) numbers them,
 * writes entries, postings and audit events, and keeps the totals.
 *
 * @throws PostgreSQL's refusal (closed month, source already posted …): see `ledgerRefusalOf`.
 */
export async function postEntries(
  { deps, actor, tx }: { deps: Deps; actor: Actor; tx: Tx },
  wanted: readonly EntryToPost[],
): Promise<PostedEntry[]> {
  if (wanted.length === 0) return []
  const [entries, audit] = postingArguments(deps, actor, wanted)
  return inOrderAsked(
    await tx.$queryRaw<PostedEntry[]>`
      SELECT id, fiscal_year AS "fiscalYear", entry_number AS "entryNumber"
      FROM post_entries(${entries}::jsonb, ${audit}::jsonb)`,
    wanted,
  )
}

/**
 * Posts one entry that is a transaction by itself. Posts that wait at the same moment share one statement and one
 * commit: the disk is waited for once, and the number and the totals' rows are taken once for all of them
 * (docs/decisions). Each caller is answered for its own entry; one that is refused takes no other with it.
 *
 * @throws PostgreSQL's refusal of this entry: see `ledgerRefusalOf`.
 */
export function postEntryAlone(deps: Deps, actor: Actor, wanted: EntryToPost): Promise<PostedEntry> {
  if (!isBalanced(wanted.entry.postings)) return Promise.reject(new Error('the entry is not balanced'))
  return waitingRoomOf(deps.db).post({ deps, actor, wanted })
}

interface WaitingPost {
  readonly deps: Deps
  readonly actor: Actor
  readonly wanted: EntryToPost
}

interface WaitingRoom {
  post(post: WaitingPost): Promise<PostedEntry>
}

const rooms = new WeakMap<Db, WaitingRoom>()

function waitingRoomOf(db: Db): WaitingRoom {
  const known = rooms.get(db)
  if (known !== undefined) return known
  const room = openWaitingRoom(db)
  rooms.set(db, room)
  return room
}

/** More than this in one statement gains nothing and makes the first of them wait. */
const largestShare = 64

function openWaitingRoom(db: Db): WaitingRoom {
  const waiting: (WaitingPost & { answer: PromiseWithResolvers<PostedEntry> })[] = []
  let isPosting = false

  async function postWhatWaits(): Promise<void> {
    isPosting = true
    while (waiting.length > 0) {
      const share = waiting.splice(0, largestShare)
      try {
        const posted = await postTogether(db, share)
        share.forEach((post, index) => settle(post.answer, posted[index]))
      } catch (error) {
        await postOneByOne(db, share, error)
      }
    }
    isPosting = false
  }

  return {
    post(post) {
      const answer = Promise.withResolvers<PostedEntry>()
      waiting.push({ ...post, answer })
      // On the next turn of the loop, so that all requests read in this turn come along.
      if (!isPosting) setImmediate(() => void (isPosting || postWhatWaits()))
      return answer.promise
    },
  }
}

/** A refusal names no culprit, so each is tried alone; what was already committed would be refused as posted. */
async function postOneByOne(
  db: Db,
  share: readonly (WaitingPost & { answer: PromiseWithResolvers<PostedEntry> })[],
  refusalOfAll: unknown,
): Promise<void> {
  const only = share[0]
  if (share.length === 1 && only !== undefined) return only.answer.reject(refusalOfAll)
  for (const post of share) {
    try {
      settle(post.answer, (await postTogether(db, [post]))[0])
    } catch (refusal) {
      post.answer.reject(refusal)
    }
  }
}

function settle(answer: PromiseWithResolvers<PostedEntry>, posted: PostedEntry | undefined): void {
  if (posted === undefined) answer.reject(new Error('the books answered for fewer entries than were posted'))
  else answer.resolve(posted)
}

/** A plain statement is a transaction by itself: one round trip, where BEGIN … COMMIT takes three. */
async function postTogether(db: Db, share: readonly WaitingPost[]): Promise<PostedEntry[]> {
  const lists = share.map(({ deps, actor, wanted }) => postingArguments(deps, actor, [wanted]))
  const { rows } = await db.pool.query<PostedEntry>({
    name: 'post_entries',
    text: `SELECT id, fiscal_year AS "fiscalYear", entry_number AS "entryNumber" FROM post_entries($1::jsonb, $2::jsonb)`,
    values: [joinLists(lists.map(([entries]) => entries)), joinLists(lists.map(([, audit]) => audit))],
  })
  return inOrderAsked(rows, share.map(({ wanted }) => wanted))
}

/** `[a]` and `[b]` as `[a,b]`, without parsing them again. */
function joinLists(lists: readonly string[]): string {
  return `[${lists.map((list) => list.slice(1, -1)).join(',')}]`
}

function postingArguments(deps: Deps, actor: Actor, wanted: readonly EntryToPost[]): [entries: string, audit: string] {
  return [
    JSON.stringify(wanted.map(({ entry }) => entry)),
    JSON.stringify(wanted.map(({ audit }) => ({ id: deps.newId(), actorId: actor.userId, ...audit }))),
  ]
}

function inOrderAsked(posted: readonly PostedEntry[], wanted: readonly EntryToPost[]): PostedEntry[] {
  const byId = new Map(posted.map((entry) => [entry.id, entry]))
  return wanted.map(({ entry }) => {
    const found = byId.get(entry.id)
    if (found === undefined) throw new Error(`the books did not answer for entry ${entry.id}`)
    return found
  })
}
