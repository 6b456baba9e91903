import { createHash } from 'node:crypto'
import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { isPrintableSeal } from '@sasaeai/documents/papers/receipt-sheets'
import { fail, type Outcome, succeed, type Success } from '@sasaeai/domain/outcome/outcome'
import { largestSealBytes, type SaveReceiptSealInput, sealMediaTypeOf } from '@sasaeai/domain/receipt/receipt-seal-input'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** 印影: from now on new receipts carry this picture. Those that carry another one keep it. */
export async function saveReceiptSeal(deps: Deps, actor: Actor, { file }: SaveReceiptSealInput): Promise<Outcome<{ saved: true }, 'receipt_seal_unreadable'>> {
  const bytes = Buffer.from(file, 'base64')
  const mediaType = sealMediaTypeOf(bytes)
  if (mediaType === null || bytes.length > largestSealBytes || !(await isPrintableSeal(bytes))) return fail('receipt_seal_unreadable')
  return inTransaction(deps.db, async (tx) => {
    await withdrawPresent(deps, tx)
    const sha256 = createHash('sha256').update(bytes).digest()
    const sealId = deps.newId()
    await tx.receiptSeal.create({ data: { id: sealId, mediaType, sha256, bytes, uploadedAt: deps.now(), uploadedById: actor.userId } })
    const after = { mediaType, sha256: sha256.toString('hex') }
    await recordAuditEvent(deps, tx, { actor, action: 'receipt_seal.save', subjectKind: 'receipt_seal', subjectId: sealId, after })
    return succeed({ saved: true })
  })
}

/** From now on receipts have room for the stamp instead. */
export function withdrawReceiptSeal(deps: Deps, actor: Actor): Promise<Success<{ saved: true }>> {
  return inTransaction(deps.db, async (tx) => {
    const withdrawn = await withdrawPresent(deps, tx)
    if (withdrawn !== null) await recordAuditEvent(deps, tx, { actor, action: 'receipt_seal.withdraw', subjectKind: 'receipt_seal', subjectId: withdrawn })
    return succeed({ saved: true })
  })
}

async function withdrawPresent(deps: Deps, tx: Tx): Promise<string | null> {
  const present = await tx.receiptSeal.findFirst({ where: { withdrawnAt: null }, select: { id: true } })
  if (present !== null) await tx.receiptSeal.update({ where: { id: present.id }, data: { withdrawnAt: deps.now() }, select: { id: true } })
  return present?.id ?? null
}

export interface PresentSeal {
  /** A `data:` address that an image shows. */
  readonly picture: string
  /** ISO instant. */
  readonly uploadedAt: string
  readonly uploadedByName: string
}

/** The seal that new receipts carry, or null. */
export async function readPresentSeal({ db }: Deps): Promise<PresentSeal | null> {
  const seal = await db.prisma.receiptSeal.findFirst({ where: { withdrawnAt: null }, include: { uploadedBy: { select: { name: true } } } })
  if (seal === null) return null
  const picture = `data:${seal.mediaType};base64,${Buffer.from(seal.bytes).toString('base64')}`
  return { picture, uploadedAt: seal.uploadedAt.toISOString(), uploadedByName: seal.uploadedBy.name }
}
