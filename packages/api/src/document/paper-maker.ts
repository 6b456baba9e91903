import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DocumentKind } from '@sasaeai/domain/document/document-kind'
import type { DocumentProblem } from '@sasaeai/domain/document/document-run'
import type { DocumentRunId, UserId } from '@sasaeai/domain/ids'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { AuditNote } from '../user/record-audit-event.ts'

/** A finished file. */
export interface MadePaper {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** What is written into the audit log when the file is kept, for papers that hand out many people's addresses. */
  readonly handedOut?: Pick<AuditNote, 'action' | 'after'>
}

/** An order of papers, the same however often they are made. */
export interface PaperRun {
  readonly runId: DocumentRunId
  readonly requestedAt: Date
  readonly requestedById: UserId
}

/** Where papers are made: what a maker reads from, and whom it tells how far it has come. */
export interface PaperDesk {
  readonly deps: Deps
  /** The day of the order: the same whenever and however often the work is done. */
  readonly day: LocalDate
  /** The order itself, for what is kept beside the paper; a desk that nobody ordered at has none. */
  readonly run?: PaperRun
  /** So many pieces there will be. @throws RunStopped */
  expect(total: number): Promise<void>
  /** So many more pieces are ready; one unless told otherwise. @throws RunStopped */
  advance(pieces?: number): Promise<void>
  /** A piece cannot be put on paper; the rest goes on. */
  note(problem: DocumentProblem): void
}

export type TitleOutcome = Outcome<string, 'document_subject_gone' | 'document_not_ready'>

/** How papers of one kind come about. Each term of the API that has papers makes its own. */
export interface PaperMaker {
  readonly kind: DocumentKind
  /** What the run is called, or why the papers cannot be made now. @throws ZodError when it is no order of the kind. */
  title(deps: Deps, order: unknown): Promise<TitleOutcome>
  /** Null when there is nothing to put on paper. */
  make(desk: PaperDesk, order: unknown): Promise<MadePaper | null>
}

export type PaperMakers = Readonly<Record<DocumentKind, PaperMaker>>

export const pdfType = 'application/pdf'
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface PaperMaking<Order> {
  title(deps: Deps, order: Order): Promise<TitleOutcome>
  make(desk: PaperDesk, order: Order): Promise<MadePaper | null>
}

/** A maker whose orders are read by their schema: they come from a page, or from a run that another release may have written. */
export function paperMaker<Schema extends z.ZodType<{ kind: DocumentKind }>>(
  kind: z.output<Schema>['kind'],
  schema: Schema,
  { title, make }: PaperMaking<z.output<Schema>>,
): PaperMaker {
  return {
    kind,
    title: (deps, order) => title(deps, schema.parse(order)),
    make: (desk, order) => make(desk, schema.parse(order)),
  }
}

/** A maker that is read when papers of its kind are first wanted: a server starts without those of all terms. */
export function laterPaperMaker(kind: DocumentKind, read: () => Promise<PaperMaker>): PaperMaker {
  const maker = async () => {
    const found = await read()
    if (found.kind !== kind) throw new Error(`the maker of ${found.kind} stands in the place of ${kind}`)
    return found
  }
  return {
    kind,
    title: async (deps, order) => (await maker()).title(deps, order),
    make: async (desk, order) => (await maker()).make(desk, order),
  }
}
